package lianxin.rights;

import java.time.LocalDate;
import java.util.List;
import lianxin.privacy.Aim;

/**
 * All there is about one of those who work here (PIPL art. 45).
 *
 * @param name what his account calls him
 * @param data the catalogue’s columns about him as a cadre and as an account, table by table; what proves who he is stays shut
 * @param purposes what they are used for; none of it stands on consent
 */
public record OwnCopy(String name, LocalDate madeOn, List<Copy.Part> data, List<Aim> purposes) {}
