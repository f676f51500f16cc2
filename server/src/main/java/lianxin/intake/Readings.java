package lianxin.intake;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import lianxin.platform.CountyTime;
import lianxin.region.Division;
import lianxin.region.Divisions;
import lianxin.region.Ground;
import lianxin.region.Level;
import lianxin.roster.Roster;
import lianxin.sheet.Columns;
import lianxin.staff.Unit;
import lianxin.staff.Units;
import org.springframework.stereotype.Component;

/** Prepares the reading of a file: what it may refer to, as of today. */
@Component
class Readings {

    private final Divisions divisions;
    private final Units units;
    private final CountyTime time;

    Readings(Divisions divisions, Units units, CountyTime time) {
        this.divisions = divisions;
        this.units = units;
        this.time = time;
    }

    Reading of(Roster roster, Ground ground) {
        var today = time.today();
        return switch (roster) {
            case UNITS ->
                new UnitReading(
                        Arrays.stream(Level.values())
                                .flatMap(level -> divisions.on(ground, level, today).stream())
                                .map(d -> d.code().value())
                                .collect(Collectors.toSet()),
                        today);
            case CADRES ->
                new CadreReading(
                        units.on(ground).stream()
                                .filter(u -> u.until() == null)
                                .collect(Collectors.toMap(Unit::key, Function.identity())),
                        villages(Ground.EVERYWHERE, today),
                        today);
            case HOUSEHOLDS -> new HouseholdReading(villages(ground, today), today);
        };
    }

    static Columns columns(Roster roster) {
        return switch (roster) {
            case UNITS -> UnitReading.COLUMNS;
            case CADRES -> CadreReading.COLUMNS;
            case HOUSEHOLDS -> HouseholdReading.COLUMNS;
        };
    }

    private Map<Long, UUID> villages(Ground ground, LocalDate today) {
        return divisions.on(ground, Level.VILLAGE, today).stream()
                .collect(Collectors.toMap(d -> d.code().value(), Division::id));
    }
}
