package lianxin.registry;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import lianxin.platform.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;

/**
 * What the forms of a household's deeds send; each deed uses what it needs, and what its form does not ask is as good as blank.
 *
 * @param village 12-digit code
 * @param into key of the household it is merged into
 * @param away whether it left the area rather than ended
 */
public record HouseholdForm(
        String key,
        String village,
        String into,
        String head,
        Integer group,
        Integer size,
        List<String> needs,
        @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate review,
        @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate day,
        Boolean away,
        int version) {

    public HouseholdForm {
        key = Objects.requireNonNullElse(key, "");
        village = Objects.requireNonNullElse(village, "");
        into = Objects.requireNonNullElse(into, "");
        head = Objects.requireNonNullElse(head, "");
        group = Objects.requireNonNullElse(group, 0);
        size = Objects.requireNonNullElse(size, 1);
        needs = Objects.requireNonNullElse(needs, List.of());
        away = Objects.requireNonNullElse(away, false);
    }

    static HouseholdForm blank(String village, LocalDate today) {
        return new HouseholdForm("", village, "", "", 0, 1, List.of(), today.plusYears(1), today, false, 0);
    }

    /** As the household is; for a split, as its first part might be. */
    static HouseholdForm of(Households.Kept kept, String deed, LocalDate today) {
        var household = kept.household();
        var village = String.valueOf(household.place());
        var nextYear = today.plusYears(1);
        if (deed.equals("split")) {
            var part = household.key() + "-1";
            return new HouseholdForm(
                    part,
                    village,
                    "",
                    "",
                    household.group(),
                    1,
                    List.of(),
                    nextYear,
                    today,
                    false,
                    household.version());
        }
        return new HouseholdForm(
                household.key(),
                village,
                "",
                household.head(),
                household.group(),
                household.size(),
                household.needs(),
                kept.needs().stream()
                        .map(Need::reviewOn)
                        .min(LocalDate::compareTo)
                        .orElse(nextYear),
                today,
                false,
                household.version());
    }

    /** The day the deed holds from: today when nothing is said. */
    public LocalDate on(Page page) {
        return day == null ? page.today() : day;
    }

    HouseholdFacts facts(Page page) {
        var reviewed = review == null ? page.today().plusYears(1) : review;
        return new HouseholdFacts(
                head,
                group,
                size,
                needs.stream().map(code -> new Need(code, reviewed)).toList());
    }
}
