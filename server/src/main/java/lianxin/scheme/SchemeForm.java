package lianxin.scheme;

import java.util.LinkedHashMap;
import java.util.Map;
import lianxin.scheme.ContactScheme.Care;
import lianxin.scheme.ContactScheme.Load;

/** A scheme as the form of the console sends it. */
public final class SchemeForm {

    private SchemeForm() {}

    /** The rules: one field a number, named after what it is of ({@code care.LOW_INCOME.everyDays}, {@code load.STAFF.max}). */
    public static ContactScheme rules(Map<String, String> form, ContactScheme before) {
        var needs = new LinkedHashMap<String, Care>();
        before.needs().keySet().forEach(code -> needs.put(code, care(form, code)));
        var ranks = new LinkedHashMap<String, Load>();
        ContactScheme.RANKS.forEach(rank -> ranks.put(
                rank,
                new Load(
                        number(form, "load." + rank + ".min"),
                        number(form, "load." + rank + ".target"),
                        number(form, "load." + rank + ".max"),
                        number(form, "load." + rank + ".overloadPrice"))));
        return new ContactScheme(
                number(form, "fixedYears"),
                care(form, "ORDINARY"),
                needs,
                ranks,
                new ContactScheme.Matching(number(form, "matching.reserve"), number(form, "matching.furtherUnit")));
    }

    private static Care care(Map<String, String> form, String code) {
        return new Care(
                number(form, "care." + code + ".everyDays"),
                number(form, "care." + code + ".wayPrice"),
                number(form, "care." + code + ".changePrice"),
                number(form, "care." + code + ".unskilledPrice"),
                number(form, "care." + code + ".unledPrice"));
    }

    private static int number(Map<String, String> form, String field) {
        try {
            return Integer.parseInt(form.getOrDefault(field, "").strip());
        } catch (NumberFormatException e) {
            throw SchemeRefusal.SCHEME_UNREADABLE.because(field, form.getOrDefault(field, ""));
        }
    }
}
