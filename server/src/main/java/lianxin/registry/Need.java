package lianxin.registry;

import java.time.LocalDate;

/**
 * Why a household counts as needing more, for now.
 *
 * @param category code of a {@link NeedCategory}
 * @param reviewOn the day it must be looked at again; none holds unreviewed
 */
public record Need(String category, LocalDate reviewOn) {}
