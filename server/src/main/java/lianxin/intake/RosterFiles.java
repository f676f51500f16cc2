package lianxin.intake;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import lianxin.access.Caller;
import lianxin.access.Right;
import lianxin.region.Ground;
import lianxin.roster.Roster;
import lianxin.roster.RosterLoads;
import lianxin.sheet.Columns;
import org.springframework.stereotype.Component;

/** The file of each roster. */
@Component
class RosterFiles {

    private final Map<Roster, RosterFile> files;
    private final RosterLoads loads;

    RosterFiles(List<RosterFile> files, RosterLoads loads) {
        this.loads = loads;
        this.files = files.stream().collect(Collectors.toMap(RosterFile::roster, Function.identity()));
    }

    RosterFile of(Roster roster) {
        return Objects.requireNonNull(files.get(roster), () -> "no file of " + roster);
    }

    /** Refuses whoever may not bring such files in. */
    void may(Roster roster, Caller caller) {
        caller.may(Right.INTAKE_RUN);
        caller.may(loads.right(roster));
    }

    Reading reading(Roster roster, Ground ground) {
        return of(roster).reading(ground);
    }

    Columns columns(Roster roster) {
        return of(roster).columns();
    }
}
