package lianxin.region;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import lianxin.platform.Refusal;
import lianxin.region.Comparison.What;
import lianxin.region.Suggestion.Why;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Two townships of one county, each with villages; 辛庄 stands in both. */
class ComparisonTest {

    static final LocalDate THEN = LocalDate.of(2023, 6, 30);

    final Division county = place(370827_000_000L, "鱼台县", null);
    final Division east = place(370827_100_000L, "东镇", county);
    final Division west = place(370827_101_000L, "西镇", county);
    final Division li = place(370827_100_201L, "李庄村委会", east);
    final Division xin = place(370827_100_202L, "辛庄村委会", east);
    final Division zhao = place(370827_101_201L, "赵庄村委会", west);
    final Division otherXin = place(370827_101_202L, "辛庄村委会", west);
    final List<Division> standing = List.of(county, east, west, li, xin, zhao, otherXin);
    final List<DivisionRow> rows = new ArrayList<>(
            standing.stream().map(d -> row(d.code().value(), d.name())).toList());

    @Test
    void theSameDrawingChangesNothing() {
        assertThat(Comparison.of(standing, rows, Map.of())).isEqualTo(new Comparison(List.of(), 7));
    }

    @Test
    void aCodeUnderAnotherNameIsTheSamePlaceRenamed() {
        redraw(370827_100_201L, 370827_100_201L, "李新庄村委会");
        var change = only();
        assertThat(change.what()).isEqualTo(EnumSet.of(What.RENAMED));
        assertThat(change.before()).isEqualTo(li);
    }

    @Test
    void aNameUnderAnotherCodeIsOnlySuggested() {
        redraw(370827_100_202L, 370827_100_209L, "辛庄村委会");
        var comparison = Comparison.of(standing, rows, Map.of());
        assertThat(comparison.counts()).isEqualTo(Map.of(What.UNDECIDED, 1, What.NEW, 1));
        var best = comparison.undecided().getFirst().suggestions().getFirst();
        assertThat(best.fate()).isEqualTo(new Fate.Keeps(new DivisionCode(370827_100_209L)));
        assertThat(best.why()).isEqualTo(Why.SAME_NAME_SAME_TOWNSHIP);

        var decided = Comparison.of(standing, rows, Map.of(xin.id(), best.fate()));
        assertThat(decided.counts()).isEqualTo(Map.of(What.RECODED, 1));
    }

    @Test
    void theNamesakeInTheOtherTownshipIsNeverSurelyTheSame() {
        rows.removeIf(r -> r.code().equals(xin.code()));
        rows.add(row(370827_101_203L, "辛庄村委会")); // a second one there: which is it?
        assertThat(Comparison.of(standing, rows, Map.of())
                        .undecided()
                        .getFirst()
                        .suggestions())
                .noneMatch(s -> s.why().sure());
    }

    @Test
    void exchangedCodesAreADoubtNotTwoRenames() {
        rows.replaceAll(r -> r.code().equals(li.code())
                ? row(li.code().value(), xin.name())
                : r.code().equals(xin.code()) ? row(xin.code().value(), li.name()) : r);
        var comparison = Comparison.of(standing, rows, Map.of());
        assertThat(comparison.counts()).containsEntry(What.UNDECIDED, 2);

        var fates = Map.<UUID, Fate>of(li.id(), new Fate.Keeps(xin.code()), xin.id(), new Fate.Keeps(li.code()));
        assertThat(Comparison.of(standing, rows, fates).counts()).isEqualTo(Map.of(What.RECODED, 2));
    }

    @Test
    void whenATownshipIsTakenOverItsVillagesAreFoundInTheOther() {
        rows.removeIf(r -> east.code().ground().contains(r.code()));
        rows.add(row(370827_101_301L, "李庄村委会"));
        var fates = Map.<UUID, Fate>of(east.id(), new Fate.Merged(west.code()));
        var undecided = Comparison.of(standing, rows, fates).undecided();
        assertThat(undecided)
                .extracting(c -> Objects.requireNonNull(c.before()).name())
                .containsExactly("李庄村委会", "辛庄村委会");
        assertThat(undecided.getFirst().suggestions().getFirst().why()).isEqualTo(Why.SAME_NAME_SUCCEEDING_TOWNSHIP);

        var all = Map.<UUID, Fate>of(
                east.id(), new Fate.Merged(west.code()),
                li.id(), new Fate.Keeps(new DivisionCode(370827_101_301L)),
                xin.id(), new Fate.Merged(otherXin.code()));
        var decided = Comparison.of(standing, rows, all);
        assertThat(decided.undecided()).isEmpty();
        assertThat(decided.changes().stream()
                        .filter(c -> li.equals(c.before()))
                        .findFirst()
                        .orElseThrow()
                        .what())
                .isEqualTo(EnumSet.of(What.RECODED, What.MOVED));
    }

    @Test
    void aFateMustLeadToAPlaceOfTheSameLevelInTheNewDrawing() {
        rows.removeIf(r -> r.code().equals(xin.code()));
        for (var target : List.of(xin.code(), west.code())) {
            assertThatThrownBy(() -> Comparison.of(standing, rows, Map.of(xin.id(), new Fate.Merged(target))))
                    .isInstanceOf(Refusal.class)
                    .hasFieldOrPropertyWithValue("kind", RegionRefusal.FATE_LEADS_NOWHERE);
        }
    }

    @Test
    void noCodeIsKeptByTwo() {
        rows.removeIf(r -> r.code().equals(xin.code()));
        assertThatThrownBy(() -> Comparison.of(standing, rows, Map.of(xin.id(), new Fate.Keeps(li.code()))))
                .isInstanceOf(Refusal.class)
                .hasFieldOrPropertyWithValue("kind", RegionRefusal.CODE_CLAIMED_TWICE);
    }

    private Comparison.Change only() {
        var changes = Comparison.of(standing, rows, Map.of()).changes();
        assertThat(changes).hasSize(1);
        return changes.getFirst();
    }

    private void redraw(long before, long code, String name) {
        rows.replaceAll(r -> r.code().value() == before ? row(code, name) : r);
    }

    static DivisionRow row(long code, String name) {
        var place = new DivisionCode(code);
        var above = Level.values()[place.level().ordinal() - 1];
        var kind = place.kind();
        return new DivisionRow(
                0, place, name, kind == null ? "COUNTY" : kind, new DivisionCode(code / above.width * above.width));
    }

    static Division place(long code, String name, @Nullable Division parent) {
        var at = new DivisionCode(code);
        var kind = at.kind();
        return new Division(
                UUID.randomUUID(),
                at,
                at.level(),
                name,
                kind == null ? "COUNTY" : kind,
                parent == null ? null : parent.id(),
                THEN,
                null,
                null,
                null);
    }
}
