package lianxin.board;

import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import lianxin.staff.Cadre;
import lianxin.staff.Cadres;
import lianxin.staff.Units;
import org.springframework.stereotype.Component;

/** Cadres as everybody may know them: name, unit, post. */
@Component
class People {

    private final Cadres cadres;
    private final Units units;

    People(Cadres cadres, Units units) {
        this.cadres = cadres;
        this.units = units;
    }

    Map<UUID, String> named(Collection<UUID> ids) {
        var found = cadres.byId(ids.stream().distinct().toList());
        var theirs = units.byId(found.values().stream().map(Cadre::unit).collect(Collectors.toSet()));
        return found.values().stream()
                .collect(Collectors.toMap(
                        Cadre::id,
                        cadre -> String.join(
                                "　",
                                cadre.name(),
                                Objects.requireNonNull(theirs.get(cadre.unit())).name(),
                                cadre.post())));
    }
}
