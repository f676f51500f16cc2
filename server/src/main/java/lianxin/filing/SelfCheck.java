package lianxin.filing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import lianxin.access.Right;
import lianxin.access.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Holds the running system against the five prohibitions. What it finds is said as it is; nothing here is a switch. */
@Component
public class SelfCheck {

    /** What the roster knows and nobody at a door is asked again. */
    private static final Set<String> KNOWN = Set.of("head", "size", "group", "village", "phone", "needs", "idNumber");

    private final Inventory inventory;

    SelfCheck(Inventory inventory) {
        this.inventory = inventory;
    }

    List<Finding> look() {
        return look(inventory.addresses(), inventory.columns(), inventory.jobs());
    }

    static List<Finding> look(List<Inventory.Address> addresses, List<String> columns, List<String> jobs) {
        return Arrays.stream(Prohibition.values())
                .map(prohibition -> {
                    var checks = new ArrayList<Check>();
                    checks.add(names(prohibition, addresses, columns, jobs));
                    switch (prohibition) {
                        case FORMS -> checks.add(askedTwice(addresses));
                        case TRACES -> {
                            checks.add(files(addresses));
                            checks.add(places(columns));
                        }
                        case CHECK_INS, FORCED_USE, BUSINESS -> {}
                    }
                    return new Finding(prohibition, List.copyOf(checks));
                })
                .toList();
    }

    /** No column, address, field or job is called so. */
    private static Check names(
            Prohibition prohibition, List<Inventory.Address> addresses, List<String> columns, List<String> jobs) {
        var all = Stream.of(
                        columns.stream(),
                        jobs.stream(),
                        addresses.stream().map(Inventory.Address::path),
                        addresses.stream().flatMap(a -> a.fields().stream().map(field -> a.path() + "?" + field)))
                .flatMap(names -> names)
                .distinct()
                .toList();
        return new Check(
                "names", all.size(), all.stream().filter(prohibition::showsIn).toList());
    }

    /** A contact cadre is asked for nothing the roster knows. */
    private static Check askedTwice(List<Inventory.Address> addresses) {
        var asked = addresses.stream()
                .filter(address -> !address.method().equals("GET") && mayBeAsked(Role.CADRE, address.right()))
                .flatMap(address -> address.fields().stream().map(field -> address.path() + "?" + field))
                .toList();
        return new Check(
                "asked-twice",
                asked.size(),
                asked.stream()
                        .filter(field -> KNOWN.contains(field.substring(field.indexOf('?') + 1)))
                        .toList());
    }

    /** Contact cadres and whoever is not signed in give no file at all; whoever else goes to the doors may add one and is never asked for one. */
    private static Check files(List<Inventory.Address> addresses) {
        var taking = addresses.stream()
                .filter(address -> address.files() != Inventory.Files.NONE)
                .toList();
        return new Check(
                "files",
                taking.size(),
                taking.stream()
                        .filter(address -> address.open()
                                || mayBeAsked(Role.CADRE, address.right())
                                || address.files() == Inventory.Files.MUST
                                        && Stream.of(Role.FIRST_SECRETARY, Role.VILLAGE_COMMITTEE)
                                                .anyMatch(role -> mayBeAsked(role, address.right())))
                        .map(Inventory.Address::path)
                        .toList());
    }

    /** Only places have a position; no table about people has one, and none has a position with a time. */
    private static Check places(List<String> columns) {
        var positions =
                columns.stream().filter(column -> column.endsWith(".lon")).toList();
        return new Check(
                "positions",
                positions.size(),
                positions.stream()
                        .filter(column -> !column.startsWith("region.")
                                && !column.startsWith("survey.")
                                && !column.startsWith("staff.unit"))
                        .toList());
    }

    private static boolean mayBeAsked(Role role, @Nullable Right right) {
        return right != null && role.holds(right);
    }

    /** What was found about one prohibition. */
    public record Finding(Prohibition prohibition, List<Check> checks) {

        public boolean kept() {
            return checks.stream().allMatch(check -> check.offences().isEmpty());
        }
    }

    /**
     * One check.
     *
     * @param looked how many things were looked at; a check that looked at nothing proves nothing
     */
    public record Check(String key, int looked, List<String> offences) {}
}
