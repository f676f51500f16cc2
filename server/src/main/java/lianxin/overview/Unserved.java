package lianxin.overview;

import java.util.List;
import lianxin.staff.Unit;

/**
 * What unit–village matching has left out.
 *
 * @param units units of the place that serve no village
 * @param villages villages with households that no unit serves
 */
public record Unserved(List<Unit> units, List<VillageFigure> villages) {}
