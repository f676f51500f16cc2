package lianxin.open311;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import lianxin.cases.Inlet;
import lianxin.cases.Terms;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Which kinds of requests there are, and what each asks: the county’s own categories. */
@Component
class Services {

    private static final String SPECIFICATION = "http://wiki.open311.org/GeoReport_v2";
    private static final String CHANGED = "2026-11-26T00:00:00+08:00";

    private final Inlet inlet;
    private final ReportStore store;

    Services(Inlet inlet, ReportStore store) {
        this.inlet = inlet;
        this.store = store;
    }

    Tree discovery() {
        var endpoint = Tree.of(
                "specification",
                SPECIFICATION,
                "url",
                "/open311/v2",
                "changeset",
                CHANGED,
                "type",
                "production",
                "formats",
                List.of("text/xml", "application/json"));
        return Tree.one(
                "discoveries",
                "discovery",
                Tree.of("changeset", CHANGED, "contact", "", "key_service", "", "endpoints", List.of(endpoint)));
    }

    Tree list(LocalDate day, Locale locale) {
        var asking = store.attributes(day).stream()
                .map(ReportStore.Attribute::category)
                .toList();
        return new Tree(
                "services",
                "service",
                inlet.categories(day).stream()
                        .map(category -> Tree.of(
                                "service_code",
                                category.code(),
                                "service_name",
                                name(category, locale),
                                "description",
                                name(category, locale),
                                "metadata",
                                asking.contains(category.code()),
                                "type",
                                "realtime",
                                "keywords",
                                "",
                                "group",
                                ""))
                        .toList());
    }

    Tree definition(String code, LocalDate day, Locale locale) {
        require(code, day);
        var attributes = store.attributes(day).stream()
                .filter(attribute -> attribute.category().equals(code))
                .map(attribute -> Tree.of(
                        "variable",
                        true,
                        "code",
                        attribute.code(),
                        "datatype",
                        attribute.datatype(),
                        "required",
                        attribute.required(),
                        "datatype_description",
                        "",
                        "order",
                        attribute.position(),
                        "description",
                        chinese(locale) ? attribute.zh() : attribute.en(),
                        "values",
                        attribute.values()))
                .toList();
        return Tree.one(
                "service_definitions", "service_definition", Tree.of("service_code", code, "attributes", attributes));
    }

    /** The attributes given, by their names; refused when the kind is unknown, one it requires is missing, or one is not among its choices. */
    Map<String, String> asked(String code, Map<String, String> given, LocalDate day) {
        require(code, day);
        var named = new LinkedHashMap<String, String>();
        for (var attribute : store.attributes(day)) {
            if (attribute.category().equals(code)) {
                var value = given.get(attribute.code());
                if (value == null || value.isBlank()) {
                    if (attribute.required()) {
                        throw Open311Refusal.MISSING.because("attribute[" + attribute.code() + "]");
                    }
                } else {
                    named.put(attribute.zh(), chosen(attribute, value.strip()));
                }
            }
        }
        return named;
    }

    String name(String code, LocalDate day, Locale locale) {
        return inlet.categories(day).stream()
                .filter(category -> category.code().equals(code))
                .map(category -> name(category, locale))
                .findFirst()
                .orElse(code);
    }

    private static String chosen(ReportStore.Attribute attribute, String value) {
        if (attribute.values().isEmpty()) {
            return value;
        }
        return attribute.values().stream()
                .filter(choice -> value.equals(choice.get("key")))
                .map(choice -> String.valueOf(choice.get("name")))
                .findFirst()
                .orElseThrow(() -> Open311Refusal.MISSING.because("attribute[" + attribute.code() + "]"));
    }

    private void require(String code, LocalDate day) {
        if (inlet.categories(day).stream().noneMatch(category -> category.code().equals(code))) {
            throw Open311Refusal.NO_SERVICE.because(code);
        }
    }

    private static String name(Terms.Category category, Locale locale) {
        return chinese(locale) ? category.zh() : category.en();
    }

    private static boolean chinese(@Nullable Locale locale) {
        return locale == null || !locale.getLanguage().equals("en");
    }
}
