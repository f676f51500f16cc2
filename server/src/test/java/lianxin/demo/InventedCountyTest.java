package lianxin.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lianxin.region.Division;
import lianxin.region.DivisionCode;
import lianxin.region.Level;
import lianxin.registry.HouseholdRow;
import lianxin.staff.CadreRow;
import org.junit.jupiter.api.Test;

/** What the seed makes of Yutai: as large as the county was, as mixed as families are, and nobody in it real. */
class InventedCountyTest {

    static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    static final long SEED = 2013;
    static final List<Division> PLACES = places();
    static final List<Division> VILLAGES = level(Level.VILLAGE);
    static final List<Organisation> UNITS = units(SEED);
    static final Map<Division, Integer> COUNTS = new Families(SEED, TODAY).counts(VILLAGES, Scale.COUNTY.households);
    static final List<HouseholdRow> HOUSEHOLDS = households(SEED);
    static final List<CadreRow> CADRES = cadres(SEED);

    @Test
    void itIsAsLargeAsYutaiWas() {
        assertThat(HOUSEHOLDS).hasSize(100_000);
        assertThat(CADRES).hasSize(4_731);
        assertThat(UNITS).hasSize(73).extracting(Organisation::name).doesNotHaveDuplicates();
        assertThat(COUNTS).hasSize(280);
    }

    @Test
    void villagesAndUnitsAreOfAllSizes() {
        var sizes = COUNTS.values().stream().sorted().toList();
        assertThat(sizes.getFirst()).isBetween(30, 150);
        assertThat(sizes.get(140)).isBetween(250, 400);
        assertThat(sizes.getLast()).isBetween(800, 2_500);
        var staff = UNITS.stream().map(Organisation::cadres).sorted().toList();
        assertThat(staff.getFirst()).isBetween(5, 30);
        assertThat(staff.getLast()).isGreaterThan(3 * staff.get(staff.size() / 2));
    }

    @Test
    void aboutOneFamilyInSevenNeedsMore() {
        var inNeed = HOUSEHOLDS.stream().filter(h -> !needs(h).isEmpty()).count();
        assertThat(inNeed / 100_000.0).isCloseTo(0.17, within(0.04));
        assertThat(rate("LOW_INCOME")).isCloseTo(0.04, within(0.01));
        assertThat(rate("EXTREME_POVERTY")).isCloseTo(0.008, within(0.003));
        assertThat(HOUSEHOLDS)
                .filteredOn(h -> needs(h).contains("LIVING_ALONE"))
                .allMatch(h -> h.size() == 1);
        assertThat(HOUSEHOLDS)
                .filteredOn(h -> needs(h).contains("LEFT_BEHIND_CHILD"))
                .allMatch(h -> h.size() >= 3);
        assertThat(HOUSEHOLDS.stream().mapToInt(HouseholdRow::size).average().orElseThrow())
                .isBetween(2.7, 3.5);
    }

    @Test
    void ranksAreAPyramidAndEveryUnitIsLed() {
        var ranks = CADRES.stream().collect(Collectors.groupingBy(CadreRow::rank, Collectors.counting()));
        assertThat(ranks.getOrDefault("STAFF", 0L)).isGreaterThan(4_731 * 8 / 10L);
        assertThat(ranks.getOrDefault("SECTION_LEAD", 0L)).isBetween(40L, 120L);
        assertThat(CADRES.stream()
                        .filter(c -> Boolean.TRUE.equals(c.leader()))
                        .map(CadreRow::unit)
                        .distinct())
                .hasSize(73);
    }

    @Test
    void nothingLooksLikeAnIdentityNumberAndNoPhoneRings() {
        var texts = Stream.concat(
                HOUSEHOLDS.stream().flatMap(h -> Stream.of(h.key(), h.head())),
                CADRES.stream().flatMap(c -> Stream.of(c.key(), c.name(), c.post())));
        assertThat(texts).noneMatch(t -> t.matches(".*(\\d{17}[\\dXx]|\\b\\d{15}\\b|1[3-9]\\d{9}).*"));
        assertThat(CADRES).allMatch(c -> c.phone() != null && c.phone().matches("0537-0\\d{6}"));
    }

    @Test
    void namesAreASurnameAndOneOrTwoCharactersSomeOfThemRare() {
        var surnames = PersonNames.surnames().collect(Collectors.toSet());
        assertThat(HOUSEHOLDS).allSatisfy(h -> {
            var length = h.head().codePointCount(0, h.head().length());
            assertThat(length).isBetween(2, 4);
            assertThat(surnames.contains(h.head().substring(0, 1))
                            || surnames.contains(h.head().substring(0, 2)))
                    .as(h.head())
                    .isTrue();
        });
        assertThat(HOUSEHOLDS.stream().filter(h -> h.head().codePoints().anyMatch(c -> c > 0xffff)))
                .isNotEmpty();
        assertThat(HOUSEHOLDS.stream()
                        .map(h -> h.head().substring(0, 1))
                        .distinct()
                        .count())
                .isGreaterThan(80);
    }

    @Test
    void theSameSeedMakesTheSameCountyAndAnotherAnother() {
        assertThat(fingerprint(households(SEED), cadres(SEED))).isEqualTo(fingerprint(HOUSEHOLDS, CADRES));
        assertThat(fingerprint(households(7), cadres(7))).isNotEqualTo(fingerprint(HOUSEHOLDS, CADRES));
    }

    static double rate(String need) {
        return HOUSEHOLDS.stream().filter(h -> needs(h).contains(need)).count() / 100_000.0;
    }

    static List<String> needs(HouseholdRow household) {
        return household.needs() == null ? List.of() : household.needs();
    }

    static List<Organisation> units(long seed) {
        return Organisations.of(Scale.COUNTY, level(Level.COUNTY), level(Level.TOWNSHIP), seed);
    }

    static List<HouseholdRow> households(long seed) {
        var families = new Families(seed, TODAY);
        return families.counts(VILLAGES, Scale.COUNTY.households).entrySet().stream()
                .flatMap(v -> families.of(v.getKey(), v.getValue()).stream())
                .toList();
    }

    static List<CadreRow> cadres(long seed) {
        var staff = new Staff(seed, TODAY, VILLAGES);
        var all = new ArrayList<CadreRow>();
        for (var unit : units(seed)) {
            all.addAll(
                    staff.of(unit, UUID.nameUUIDFromBytes(unit.key().getBytes(StandardCharsets.UTF_8)), _ -> VILLAGES));
        }
        return all;
    }

    static String fingerprint(List<HouseholdRow> households, List<CadreRow> cadres) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            households.forEach(h -> digest.update(h.toString().getBytes(StandardCharsets.UTF_8)));
            cadres.forEach(c -> digest.update(c.toString().getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static List<Division> level(Level level) {
        return PLACES.stream().filter(d -> d.level() == level).toList();
    }

    /** Yutai as bundled; identities are made of the codes, so that two readings are equal. */
    static List<Division> places() {
        try (var lines = Files.lines(Path.of("src/main/resources/data/jining-divisions-2023.csv"))) {
            return lines.filter(line -> line.contains(",370827"))
                    .map(line -> line.split(","))
                    .map(cells -> new Division(
                            id(cells[1]),
                            DivisionCode.of(cells[1]),
                            Level.valueOf(cells[0]),
                            cells[2],
                            cells[4],
                            id(cells[3]),
                            LocalDate.of(2023, 6, 30),
                            null,
                            null,
                            null))
                    .sorted(java.util.Comparator.comparing(Division::code))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static UUID id(String code) {
        return UUID.nameUUIDFromBytes(code.getBytes(StandardCharsets.UTF_8));
    }
}
