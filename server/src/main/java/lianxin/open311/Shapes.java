package lianxin.open311;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import lianxin.platform.CountyTime;
import lianxin.platform.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Cases as GeoReport writes them. What was said, and the reply, are for whoever handed it in. */
@Component
class Shapes {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ISO_OFFSET_DATE_TIME;

    private final Services services;
    private final MessageSource messages;

    Shapes(Services services, MessageSource messages) {
        this.services = services;
        this.messages = messages;
    }

    Tree handed(Reports.Handed handed) {
        return Tree.one(
                "service_requests",
                "request",
                Tree.of(
                        "service_request_id",
                        handed.one().number(),
                        "service_notice",
                        "",
                        "account_id",
                        "",
                        "confirmation_code",
                        handed.code()));
    }

    Tree token(String number) {
        return Tree.one("service_requests", "request", Tree.of("service_request_id", number, "token", number));
    }

    Tree requests(List<Reports.Told> all, LocalDate day, Locale locale) {
        var words = new Words(messages, locale.getLanguage().equals("en") ? Locale.ENGLISH : Locale.CHINESE);
        return new Tree(
                "service_requests",
                "request",
                all.stream()
                        .map(told -> {
                            var one = told.one();
                            var own = told.own();
                            var reply = one.reply();
                            var voice = one.voice();
                            return Tree.of(
                                    "service_request_id",
                                    one.number(),
                                    "status",
                                    one.stage().work() ? "open" : "closed",
                                    "status_notes",
                                    words.t("cases.stage." + one.stage())
                                            + (own != null && reply != null ? "：" + reply.words() : ""),
                                    "service_name",
                                    services.name(one.category(), day, locale),
                                    "service_code",
                                    one.category(),
                                    "description",
                                    own == null ? null : one.words(),
                                    "agency_responsible",
                                    told.desk(),
                                    "service_notice",
                                    null,
                                    "requested_datetime",
                                    moment(one.heardAt()),
                                    "updated_datetime",
                                    moment(one.stageSince()),
                                    "expected_datetime",
                                    one.due() == null ? null : moment(one.due().on()),
                                    "address",
                                    own == null || own.address().isEmpty() ? told.village() : own.address(),
                                    "address_id",
                                    Long.toString(one.place()),
                                    "zipcode",
                                    null,
                                    "lat",
                                    null,
                                    "long",
                                    null,
                                    "media_url",
                                    null,
                                    "extended_attributes",
                                    Tree.of(
                                            "stage",
                                            one.stage().name(),
                                            "outcome",
                                            reply == null
                                                    ? null
                                                    : reply.outcome().name(),
                                            "household_says",
                                            voice == null ? null : voice.name()));
                        })
                        .toList());
    }

    private static String moment(Instant at) {
        return MOMENT.format(at.atZone(CountyTime.ZONE).toOffsetDateTime());
    }

    /** The end of the last day. */
    private static @Nullable String moment(LocalDate day) {
        return MOMENT.format(
                day.atTime(LocalTime.of(23, 59, 59)).atZone(CountyTime.ZONE).toOffsetDateTime());
    }
}
