package lianxin.deeds;

import java.util.List;
import lianxin.privacy.PublicText;

/** What hangs in public: nothing but text that may. */
public record Poster(PublicText place, PublicText day, PublicText rule, List<Row> rows) {

    /** A deed: what, by whom, until when, for how much, and how it stands with the count of answers. */
    public record Row(
            PublicText title,
            PublicText words,
            PublicText promiser,
            PublicText promisedOn,
            PublicText dueOn,
            PublicText cost,
            PublicText stage,
            PublicText answers,
            PublicText said) {}
}
