package lianxin.intake;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import lianxin.access.Caller;
import lianxin.access.Right;
import lianxin.platform.CountyTime;
import lianxin.platform.Words;
import lianxin.region.DivisionCode;
import lianxin.region.Divisions;
import lianxin.region.Ground;
import lianxin.registry.Households;
import lianxin.roster.Roster;
import lianxin.sheet.SheetWriter;
import lianxin.staff.Cadres;
import lianxin.staff.Unit;
import lianxin.staff.Units;
import lianxin.workbook.Format;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Rosters as they are today, in the shape in which they come in: an export imported again changes nothing. */
@Service
class Exports {

    private final Units units;
    private final Cadres cadres;
    private final Households households;
    private final Divisions divisions;
    private final CountyTime time;

    Exports(Units units, Cadres cadres, Households households, Divisions divisions, CountyTime time) {
        this.units = units;
        this.cadres = cadres;
        this.households = households;
        this.divisions = divisions;
        this.time = time;
    }

    /** An empty roster with help and drop-downs. */
    void template(Roster roster, Format format, Words words, OutputStream out, Caller caller) throws IOException {
        caller.may(Right.INTAKE_RUN);
        SheetWriter.template(out, format, Readings.columns(roster), words);
    }

    /** Refuses whoever may not; the rest may then be streamed. */
    void mayExport(DivisionCode place, Caller caller) {
        caller.may(Right.INTAKE_RUN, place);
    }

    void write(Roster roster, DivisionCode place, Format format, Words words, OutputStream out, Caller caller)
            throws IOException {
        mayExport(place, caller);
        var ground = place.ground();
        try (var sheet = new SheetWriter(out, format, Readings.columns(roster), words)) {
            switch (roster) {
                case UNITS -> units(ground, sheet);
                case CADRES -> cadres(ground, sheet);
                case HOUSEHOLDS -> households(ground, sheet);
            }
        }
    }

    private void units(Ground ground, SheetWriter sheet) throws IOException {
        var all = units.on(ground).stream().filter(u -> u.until() == null).toList();
        var parents = units.byId(all.stream()
                .map(Unit::parent)
                .filter(java.util.Objects::nonNull)
                .distinct()
                .toList());
        for (var unit : all) {
            var parent = unit.parent() == null ? null : parents.get(unit.parent());
            sheet.row(values(
                    unit.key(),
                    unit.name(),
                    parent == null ? null : parent.key(),
                    unit.level(),
                    unit.kind(),
                    unit.place(),
                    unit.lon(),
                    unit.lat(),
                    unit.since()));
        }
    }

    private void cadres(Ground ground, SheetWriter sheet) throws IOException {
        var today = time.today();
        var unitOf = units.on(ground).stream().collect(Collectors.toMap(Unit::id, Function.identity()));
        var all = cadres.serving(ground, today);
        var homes = divisions.byId(
                all.stream()
                        .map(c -> c.homeVillage())
                        .filter(java.util.Objects::nonNull)
                        .distinct()
                        .toList(),
                today);
        for (var cadre : all) {
            var unit = unitOf.get(cadre.unit());
            var home = cadre.homeVillage() == null ? null : homes.get(cadre.homeVillage());
            sheet.row(values(
                    cadre.key(),
                    cadre.name(),
                    unit == null ? null : unit.key(),
                    cadre.post(),
                    cadre.rank(),
                    cadre.leader(),
                    cadre.phone(),
                    cadre.skills(),
                    home == null ? null : home.code(),
                    cadre.capacityMin(),
                    cadre.capacityMax(),
                    cadre.since()));
        }
    }

    private void households(Ground ground, SheetWriter sheet) {
        households.export(ground, time.today(), (household, review) -> {
            try {
                sheet.row(values(
                        household.key(),
                        household.place(),
                        household.group(),
                        household.head(),
                        household.size(),
                        household.needs(),
                        review,
                        household.since()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static List<@Nullable Object> values(@Nullable Object... values) {
        return Arrays.asList(values);
    }
}
