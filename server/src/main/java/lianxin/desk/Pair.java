package lianxin.desk;

import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.ResourceBundle;
import java.util.concurrent.Callable;
import lianxin.matcher.Cancelled;
import lianxin.matcher.Certificate;
import lianxin.matcher.Compact;
import lianxin.matcher.Explanation;
import lianxin.matcher.Infeasible;
import lianxin.matcher.Matched;
import lianxin.matcher.Matcher;
import lianxin.matcher.Watch;
import lianxin.matcher.WhatIf;
import lianxin.platform.Refusal;
import lianxin.platform.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.context.support.ReloadableResourceBundleMessageSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ./lianxin pair}: pairs from files, checks a proof, explains a household. */
@Command(name = "./lianxin pair", mixinStandardHelpOptions = true, sortOptions = false)
public final class Pair implements Callable<Integer> {

    static final int REFUSED = 1;
    static final int INFEASIBLE = 3;
    static final int UNPROVEN = 4;

    @Option(names = "--villages", paramLabel = "FILE", descriptionKey = "desk.option.villages")
    private @Nullable Path villages;

    @Option(names = "--units", paramLabel = "FILE", descriptionKey = "desk.option.units")
    private @Nullable Path units;

    @Option(names = "--cadres", paramLabel = "FILE", descriptionKey = "desk.option.cadres")
    private @Nullable Path cadres;

    @Option(names = "--households", paramLabel = "FILE", descriptionKey = "desk.option.households")
    private @Nullable Path households;

    @Option(names = "--rules", paramLabel = "FILE", descriptionKey = "desk.option.rules")
    private @Nullable Path rules;

    @Option(names = "--out", paramLabel = "FILE", descriptionKey = "desk.option.out")
    private @Nullable Path out;

    @Option(names = "--certificate", paramLabel = "FILE", descriptionKey = "desk.option.certificate")
    private @Nullable Path certificate;

    @Option(names = "--check", descriptionKey = "desk.option.check")
    private boolean check;

    @Option(names = "--explain", paramLabel = "HOUSEHOLD", descriptionKey = "desk.option.explain")
    private @Nullable String explain;

    @Option(names = "--most-villages", paramLabel = "NUMBER", descriptionKey = "desk.option.most-villages")
    private @Nullable Integer mostVillages;

    @Option(names = "--example", paramLabel = "FOLDER", descriptionKey = "desk.option.example")
    private @Nullable Path example;

    @Spec
    private @Nullable CommandSpec spec;

    private final Words words;
    private final PrintStream said;
    private final PrintStream told;

    private Pair(Words words, PrintStream said, PrintStream told) {
        this.words = words;
        this.said = said;
        this.told = told;
    }

    public static void main(String[] args) {
        System.exit(run(args, Locale.getDefault(), System.out, System.err));
    }

    /** The exit code: 0 fine, 1 refused, 2 misused, 3 not feasible, 4 not proven. */
    static int run(String[] args, Locale locale, PrintStream said, PrintStream told) {
        var messages = new ReloadableResourceBundleMessageSource();
        messages.setBasenames("classpath:messages/desk", "classpath:messages/sheet", "classpath:messages/workbook");
        messages.setDefaultEncoding(StandardCharsets.UTF_8.name());
        messages.setAlwaysUseMessageFormat(true);
        messages.setFallbackToSystemLocale(false);
        var language = locale.getLanguage().equals("zh") ? Locale.CHINESE : Locale.ENGLISH;
        var words = new Words(messages, language);
        return new CommandLine(new Pair(words, said, told))
                .setResourceBundle(ResourceBundle.getBundle("messages/desk", language))
                .setOut(new PrintWriter(said, true, said.charset()))
                .setErr(new PrintWriter(told, true, told.charset()))
                .setExecutionExceptionHandler((e, _, _) -> refused(e, words, told))
                .execute(args);
    }

    @Override
    public Integer call() throws IOException {
        if (example != null) {
            Example.write(example);
            said.println(words.t("desk.example", example.toString()));
            return 0;
        }
        var answer = new Answer(needed(out, "--out"), needed(certificate, "--certificate"));
        var inputs = new Inputs(
                needed(villages, "--villages"),
                needed(units, "--units"),
                needed(cadres, "--cadres"),
                needed(households, "--households"),
                rules);
        var watching = new Watching(words, told);
        var town = TownReader.read(inputs, words, watching);
        return check || explain != null ? proven(town, answer, watching) : paired(town, answer, watching);
    }

    private int paired(Town town, Answer answer, Watching watching) throws IOException {
        var outcome = Matcher.solve(town.problem(), watching);
        watching.over();
        return switch (outcome) {
            case Matched matched -> {
                var verdict = Certificate.check(town.problem(), matched);
                var words = new Told(town, this.words, said);
                words.matched(matched);
                words.verdict(verdict);
                if (!verdict.accepted()) {
                    yield UNPROVEN;
                }
                answer.write(town, compact(town, matched, words), this.words);
                yield 0;
            }
            case Infeasible infeasible -> {
                new Told(town, words, told).infeasible(infeasible);
                yield INFEASIBLE;
            }
            case Cancelled _ -> REFUSED;
        };
    }

    /** With few villages for each cadre, if asked for, and the prices that bound how far that is from the best. */
    private Matched compact(Town town, Matched free, Told words) {
        var most = mostVillages;
        if (most == null) {
            return free;
        }
        var compact = Compact.of(town.problem(), free, most, Watch.none()).orElseThrow();
        words.compact(compact, most);
        return new Matched(compact.cadreOf(), compact.price(), free.cadrePrice());
    }

    /** What was written down before, checked; a reason without a proof would be worth nothing. */
    private int proven(Town town, Answer answer, Watching watching) throws IOException {
        var matched = answer.read(town, words, watching);
        watching.over();
        var verdict = Certificate.check(town.problem(), matched);
        var most = mostVillages;
        boolean holds = most == null ? verdict.accepted() : Compact.holds(town.problem(), matched, most);
        var words = new Told(town, this.words, holds ? said : told);
        if (holds && explain != null) {
            explain(town, matched, explain, words);
        } else if (most == null) {
            words.verdict(verdict);
        } else {
            words.bounded(verdict, holds);
        }
        return holds ? 0 : UNPROVEN;
    }

    private void explain(Town town, Matched matched, String name, Told words) {
        int household = town.households().number(name);
        if (household < 0) {
            throw DeskRefusal.NO_SUCH_HOUSEHOLD.because(name);
        }
        var why = Explanation.of(town.problem(), matched, household);
        words.explanation(why);
        var other = why.alternative();
        if (other != null && mostVillages == null) {
            words.insists(other.cadre(), WhatIf.of(town.problem(), matched).insists(household, other.cadre()));
        }
    }

    private Path needed(@Nullable Path file, String option) {
        if (file == null) {
            throw new ParameterException(
                    Objects.requireNonNull(spec).commandLine(), words.t("desk.option.missing", option));
        }
        return file;
    }

    private static int refused(Exception e, Words words, PrintStream told) throws Exception {
        switch (e) {
            case BadRows rows -> rows.said().forEach(told::println);
            case Refusal refusal -> {
                told.println(words.t(refusal.getTitleMessageCode()) + " ("
                        + refusal.kind().code() + ")");
                told.println(words.source()
                        .getMessage(
                                refusal.getDetailMessageCode(), refusal.getDetailMessageArguments(), words.locale()));
            }
            case UncheckedIOException io -> told.println(unwritten(Objects.requireNonNull(io.getCause()), words));
            case IOException io -> told.println(unwritten(io, words));
            default -> throw e;
        }
        return REFUSED;
    }

    private static String unwritten(IOException e, Words words) {
        return words.t(
                "desk.cannot", e instanceof FileSystemException file ? file.getFile() : String.valueOf(e.getMessage()));
    }
}
