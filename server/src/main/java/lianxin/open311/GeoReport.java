package lianxin.open311;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import lianxin.access.AtMost;
import lianxin.access.Open;
import lianxin.cases.Voice;
import lianxin.platform.CountyTime;
import lianxin.platform.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** GeoReport v2, its addresses and its two shapes. Whoever asks names a key; what he may read is decided by {@link Reports}. */
@Controller
class GeoReport {

    private static final MediaType XML = MediaType.parseMediaType("text/xml;charset=utf-8");
    private static final MediaType JSON = MediaType.parseMediaType("application/json;charset=utf-8");
    private static final String FORMAT = "{format:xml|json}";

    private final Clients clients;
    private final Reports reports;
    private final Services services;
    private final Shapes shapes;
    private final MessageSource messages;
    private final Clock clock;

    GeoReport(Clients clients, Reports reports, Services services, Shapes shapes, MessageSource messages, Clock clock) {
        this.clients = clients;
        this.reports = reports;
        this.services = services;
        this.shapes = shapes;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping("/open311/discovery." + FORMAT)
    @AtMost(perMinute = 60)
    @Open(because = "says only where the interface is")
    ResponseEntity<?> discovery(@PathVariable String format) {
        return answer(services.discovery(), format, 200);
    }

    @GetMapping("/open311/v2/services." + FORMAT)
    @AtMost(perMinute = 120)
    @Open(because = "says only what kinds of requests there are")
    ResponseEntity<?> services(@PathVariable String format, Locale locale) {
        return answer(services.list(today(), locale), format, 200);
    }

    @GetMapping("/open311/v2/services/{code}." + FORMAT)
    @AtMost(perMinute = 120)
    @Open(because = "says only what a kind of request asks")
    ResponseEntity<?> service(@PathVariable String code, @PathVariable String format, Locale locale) {
        return answer(services.definition(code, today(), locale), format, 200);
    }

    @PostMapping(value = "/open311/v2/requests." + FORMAT, consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    @AtMost(perMinute = 120)
    @Open(because = "a key is asked for, and what is handed in waits for a person")
    ResponseEntity<?> hand(
            @PathVariable String format,
            @RequestParam(name = "api_key", defaultValue = "") String key,
            @RequestParam(name = "service_code", defaultValue = "") String service,
            @RequestParam(defaultValue = "") String description,
            @RequestParam(name = "address_id", defaultValue = "") String addressId,
            @RequestParam(name = "address_string", defaultValue = "") String address,
            @RequestParam(defaultValue = "") String lat,
            @RequestParam(name = "long", defaultValue = "") String lon,
            HttpServletRequest request) {
        var client = clients.of(key);
        var wish = new Reports.HandIn(
                service,
                description,
                addressId,
                address,
                degrees("lat", lat, 90),
                degrees("long", lon, 180),
                services.asked(service, attributes(request), today()));
        return answer(shapes.handed(reports.hand(wish, client)), format, 201);
    }

    @GetMapping("/open311/v2/requests." + FORMAT)
    @AtMost(perMinute = 240)
    @Open(because = "a key is asked for; what a program did not hand in itself it reads without words")
    ResponseEntity<?> requests(
            @PathVariable String format,
            @RequestParam(name = "api_key", defaultValue = "") String key,
            @RequestParam(name = "service_request_id", defaultValue = "") List<String> ids,
            @RequestParam(name = "service_code", required = false) @Nullable String service,
            @RequestParam(name = "start_date", defaultValue = "") String from,
            @RequestParam(name = "end_date", defaultValue = "") String to,
            @RequestParam(defaultValue = "") List<String> status,
            @RequestParam(defaultValue = "1") String page,
            Locale locale) {
        var client = clients.of(key);
        var until = to.isEmpty() ? latest(from) : moment("end_date", to);
        var since = from.isEmpty() ? until.minus(Reports.SPAN) : moment("start_date", from);
        if (since.isBefore(until.minus(Reports.SPAN))) {
            since = until.minus(Reports.SPAN);
        }
        var open = status.isEmpty() || status.containsAll(List.of("open", "closed"))
                ? null
                : Boolean.valueOf(status.contains("open"));
        var search = new Reports.Search(ids, service, open, since, until, number(page));
        return answer(shapes.requests(reports.find(search, client), today(), locale), format, 200);
    }

    @GetMapping("/open311/v2/requests/{id}." + FORMAT)
    @AtMost(perMinute = 240)
    @Open(because = "as the list of them")
    ResponseEntity<?> request(
            @PathVariable String id,
            @PathVariable String format,
            @RequestParam(name = "api_key", defaultValue = "") String key,
            Locale locale) {
        return answer(shapes.requests(found(id, key), today(), locale), format, 200);
    }

    /** Requests have their number at once, so a token is that number. */
    @GetMapping("/open311/v2/tokens/{token}." + FORMAT)
    @AtMost(perMinute = 240)
    @Open(because = "as the list of requests")
    ResponseEntity<?> token(
            @PathVariable String token,
            @PathVariable String format,
            @RequestParam(name = "api_key", defaultValue = "") String key) {
        return answer(shapes.token(found(token, key).getFirst().one().number()), format, 200);
    }

    /** Not in GeoReport: whoever reported it says whether it is so. The code is the one the answer to his request told, once. */
    @PostMapping("/open311/v2/requests/{id}/answer." + FORMAT)
    @AtMost(perMinute = 12)
    @Open(because = "the reporter’s own code is asked for")
    ResponseEntity<?> reporter(
            @PathVariable String id,
            @PathVariable String format,
            @RequestParam(name = "confirmation_code", defaultValue = "") String code,
            @RequestParam(name = "answer", defaultValue = "") String said,
            @RequestParam(name = "comment", defaultValue = "") String words) {
        var voice = switch (said) {
            case "confirmed" -> Voice.CONFIRMED;
            case "disputed" -> Voice.DISPUTED;
            default -> throw Open311Refusal.MISSING.because("answer");
        };
        reports.answer(id, code, voice, words);
        return answer(shapes.token(id), format, 200);
    }

    @ExceptionHandler
    ResponseEntity<?> refused(Refusal refusal, HttpServletRequest request, Locale locale) {
        var key = "refusal." + refusal.kind().code();
        var text = messages.getMessage(key, refusal.getDetailMessageArguments(), key, locale);
        var status = refusal.kind().status();
        return answer(
                Tree.one("errors", "error", Tree.of("code", status, "description", text)),
                request.getRequestURI().endsWith("json") ? "json" : "xml",
                status);
    }

    private List<Reports.Told> found(String id, String key) {
        var search = new Reports.Search(List.of(id), null, null, Instant.EPOCH, Instant.EPOCH, 1);
        var found = reports.find(search, clients.of(key));
        if (found.isEmpty()) {
            throw Open311Refusal.NO_REQUEST.because();
        }
        return found;
    }

    private static ResponseEntity<?> answer(Tree tree, String format, int status) {
        return format.equals("json")
                ? ResponseEntity.status(status).contentType(JSON).body(tree.items())
                : ResponseEntity.status(status).contentType(XML).body(tree.xml());
    }

    private static Map<String, String> attributes(HttpServletRequest request) {
        var given = new HashMap<String, String>();
        request.getParameterMap().forEach((name, values) -> {
            if (name.startsWith("attribute[")) {
                given.put(name.substring(10).replaceAll("](\\[])?$", ""), String.join("、", Arrays.asList(values)));
            }
        });
        return new LinkedHashMap<>(given);
    }

    private Instant latest(String from) {
        var now = clock.instant();
        if (from.isEmpty()) {
            return now;
        }
        var end = moment("start_date", from).plus(Reports.SPAN);
        return end.isAfter(now) ? now : end;
    }

    /** A plus sign that a client forgot to encode arrives as a blank. */
    private static Instant moment(String name, String written) {
        try {
            return OffsetDateTime.parse(written.replace(' ', '+')).toInstant();
        } catch (DateTimeParseException e) {
            throw Open311Refusal.MISSING.because(name);
        }
    }

    private static int number(String written) {
        if (!written.matches("[1-9]\\d{0,5}")) {
            throw Open311Refusal.MISSING.because("page");
        }
        return Integer.parseInt(written);
    }

    private static @Nullable Double degrees(String name, String written, int most) {
        if (written.isBlank()) {
            return null;
        }
        if (!written.matches("-?\\d{1,3}(\\.\\d{1,15})?") || Math.abs(Double.parseDouble(written)) > most) {
            throw Open311Refusal.MISSING.because(name);
        }
        return Double.valueOf(written);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), CountyTime.ZONE);
    }
}
