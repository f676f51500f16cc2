package lianxin.mediation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import lianxin.platform.Words;
import org.jspecify.annotations.Nullable;

/** The papers of a dossier, each made from the file: nothing on them is typed a second time (I-ONCE). No identity number is on any. */
record Papers(Story story, String kind, String place, Lists.Terms terms, Words words) {

    /** The forms, in the order of the dossier. */
    public enum Form {
        COVER,
        REGISTER,
        NOTICE,
        RECORD,
        AGREEMENT,
        RECEIPT,
        COURT,
        FOLLOW_UP
    }

    /** Those that there is something to print for. */
    static List<Form> ready(Story story) {
        return Stream.of(Form.values()).filter(form -> ready(form, story)).toList();
    }

    private static boolean ready(Form form, Story story) {
        var matter = story.matter();
        return switch (form) {
            case COVER, REGISTER -> true;
            case NOTICE -> !story.parties().isEmpty();
            case RECORD -> story.last(Deed.SESSION).isPresent();
            case AGREEMENT -> matter.effectOn() != null;
            case RECEIPT -> story.last(Deed.PERFORMED).isPresent();
            case COURT -> matter.effectOn() != null && !MediationRules.NEVER_CONFIRMED.contains(matter.kind());
            case FOLLOW_UP -> story.last(Deed.FOLLOWED_UP).isPresent();
        };
    }

    Sheet sheet(Form form) {
        return switch (form) {
            case COVER -> sheet(form, cover(), List.of(), List.of());
            case REGISTER -> sheet(form, with(base(), first(Deed.NOTED)), List.of(), parties());
            case NOTICE ->
                sheet(
                        form,
                        names(),
                        Stream.of("1", "2", "3", "4")
                                .map(n -> words.t("mediation.paper.notice." + n))
                                .toList(),
                        parties());
            case RECORD -> sheet(form, with(names(), all(Deed.SESSION)), List.of(), everybody());
            case AGREEMENT -> sheet(form, with(names(), agreement()), bound(), sealed());
            case RECEIPT ->
                sheet(form, with(with(names(), agreement()), first(Deed.PERFORMED)), List.of(), everybody());
            case COURT -> sheet(form, with(names(), court()), List.of(asks()), parties());
            case FOLLOW_UP -> sheet(form, with(names(), all(Deed.FOLLOWED_UP)), List.of(), everybody());
        };
    }

    private Sheet sheet(Form form, List<Sheet.Row> rows, List<String> says, List<String> signs) {
        var matter = story.matter();
        return new Sheet(
                words.t("mediation.paper." + form),
                words.t("mediation.paper.desk", place),
                words.t("mediation.number", String.valueOf(matter.year()), String.valueOf(matter.number())),
                rows,
                says,
                signs);
    }

    private List<Sheet.Row> cover() {
        var matter = story.matter();
        var rows = new ArrayList<>(base());
        rows.add(row("mediation.paper.accepted", day(matter.acceptedOn())));
        rows.add(row("mediation.mediators", mediators()));
        rows.add(row("mediation.paper.result", words.t("mediation.state." + outcome())));
        rows.add(row("mediation.confirmation", words.t("mediation.confirmation." + matter.confirmation())));
        rows.add(row(
                "mediation.paper.closed",
                story.last(Deed.ARCHIVED).map(step -> words.day(step.on())).orElse("—")));
        return rows;
    }

    /** Where it stood before its file was closed. */
    private State outcome() {
        return story.last(Deed.ARCHIVED).map(Step::before).orElse(story.matter().state());
    }

    private List<Sheet.Row> base() {
        var matter = story.matter();
        var rows = new ArrayList<Sheet.Row>();
        rows.add(row("mediation.kind", kind));
        rows.add(row("mediation.paper.clue", words.day(matter.clueOn())));
        rows.add(row("mediation.origin", words.t("mediation.origin." + matter.origin())));
        rows.addAll(names());
        return rows;
    }

    private List<Sheet.Row> names() {
        var rows = new ArrayList<Sheet.Row>();
        for (var party : story.parties()) {
            rows.add(new Sheet.Row(
                    words.t("mediation.paper.party", String.valueOf(rows.size() + 1)),
                    words.t(
                            "mediation.paper.consent",
                            party.name(),
                            words.t("mediation.consent." + party.consent()),
                            day(party.consentOn()))));
        }
        rows.add(row("mediation.mediators", mediators()));
        return rows;
    }

    private List<Sheet.Row> agreement() {
        return agreed().map(step -> List.of(
                        new Sheet.Row(words.t("mediation.facts"), step.writing(Writings.WORDS)),
                        new Sheet.Row(words.t("mediation.terms"), step.writing(Writings.TERMS)),
                        new Sheet.Row(words.t("mediation.manner"), step.writing(Writings.MANNER)),
                        new Sheet.Row(
                                words.t("mediation.due"), day(story.matter().performBy())),
                        new Sheet.Row(
                                words.t("mediation.effect"), day(story.matter().effectOn()))))
                .findFirst()
                .orElse(List.of());
    }

    private Stream<Step> agreed() {
        return story.steps().stream()
                .filter(step ->
                        step.holds() && (step.deed() == Deed.AGREED_ORALLY || step.deed() == Deed.AGREED_IN_WRITING));
    }

    private List<String> bound() {
        var said = new ArrayList<String>();
        if (agreed().anyMatch(step -> step.deed() == Deed.AGREED_ORALLY)) {
            said.add(words.t("mediation.paper.oral"));
        }
        said.add(words.t("mediation.paper.bound"));
        return said;
    }

    private List<Sheet.Row> court() {
        return with(
                agreement(),
                List.of(row(
                        "mediation.paper.court.until",
                        words.day(MediationRules.lastDayForCourt(story.matter(), terms)))));
    }

    private String asks() {
        return words.t("mediation.paper.court", day(story.matter().effectOn()));
    }

    private List<Sheet.Row> first(Deed deed) {
        return story.last(deed).map(this::told).stream().toList();
    }

    private List<Sheet.Row> all(Deed deed) {
        return story.all(deed).stream().map(this::told).toList();
    }

    private Sheet.Row told(Step step) {
        return new Sheet.Row(words.day(step.on()), step.writing(Writings.WORDS));
    }

    private List<String> parties() {
        return story.parties().stream()
                .map(party -> words.t("mediation.paper.sign", party.name()))
                .toList();
    }

    private List<String> everybody() {
        return Stream.concat(
                        parties().stream(),
                        story.mediators().stream()
                                .filter(Mediator::serves)
                                .map(mediator -> words.t("mediation.paper.sign.mediator", mediator.name())))
                .toList();
    }

    private List<String> sealed() {
        var signs = new ArrayList<>(everybody());
        signs.add(words.t("mediation.paper.sign.seal"));
        return signs;
    }

    private String mediators() {
        return String.join(
                "　",
                story.mediators().stream()
                        .filter(Mediator::serves)
                        .map(Mediator::name)
                        .toList());
    }

    private Sheet.Row row(String label, String text) {
        return new Sheet.Row(words.t(label), text);
    }

    private String day(@Nullable LocalDate day) {
        return day == null ? "—" : words.day(day);
    }

    private static List<Sheet.Row> with(List<Sheet.Row> rows, List<Sheet.Row> more) {
        return Stream.concat(rows.stream(), more.stream()).toList();
    }
}
