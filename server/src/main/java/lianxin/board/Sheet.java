package lianxin.board;

import java.util.List;
import lianxin.privacy.PublicText;

/**
 * What the printer gets: nothing but text that may be public.
 *
 * @param contact name, unit and post; a dash where there is none yet
 */
public record Sheet(PublicText village, PublicText title, PublicText note, PublicText day, List<Line> lines) {

    /** A family and its contact. */
    public record Line(PublicText group, PublicText family, PublicText contact) {}
}
