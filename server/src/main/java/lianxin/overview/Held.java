package lianxin.overview;

import lianxin.registry.Household;
import lianxin.staff.Cadre;
import org.jspecify.annotations.Nullable;

/** A household and the cadre who looks after it; null when nobody does. */
public record Held(Household household, @Nullable Cadre contact) {}
