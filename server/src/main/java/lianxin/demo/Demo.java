package lianxin.demo;

import java.time.Clock;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import lianxin.platform.CountyTime;
import lianxin.platform.Words;
import lianxin.scope.Standing;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.MessageSource;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Makes the demonstration, or goes on where the last start stopped, and tells the person at the terminal where to look. */
@Component
@ConditionalOnProperty("lianxin.demo.enabled")
class Demo implements ApplicationRunner {

    /** One step: it does its work and says in a word what came of it. */
    @FunctionalInterface
    interface Doing {
        String with(Progress progress);
    }

    private final DemoSettings settings;
    private final World world;
    private final Making making;
    private final TwoYears years;
    private final DemoAccounts accounts;
    private final CountyTime time;
    private final Environment environment;
    private final Words words;
    private final Stopping stopping;
    private final Progress progress;
    private final Standing standing;

    Demo(
            DemoSettings settings,
            World world,
            Making making,
            TwoYears years,
            DemoAccounts accounts,
            Stopping stopping,
            CountyTime time,
            Clock clock,
            Environment environment,
            MessageSource messages,
            Standing standing) {
        this.settings = settings;
        this.world = world;
        this.making = making;
        this.years = years;
        this.accounts = accounts;
        this.stopping = stopping;
        this.time = time;
        this.environment = environment;
        this.words =
                new Words(messages, Locale.getDefault().getLanguage().equals("zh") ? Locale.CHINESE : Locale.ENGLISH);
        this.progress = terminal(clock, words, stopping::check);
        this.standing = standing;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        standing.houseDoes(this::show);
    }

    private void show() {
        var made = world.made(settings.scale(), settings.seed(), time.today());
        if (made.scale() != settings.scale() || made.seed() != settings.seed()) {
            progress.say(words.t(
                    "demo.other",
                    word(made.scale()),
                    Long.toString(made.seed()),
                    word(settings.scale()),
                    Long.toString(settings.seed())));
        }
        try {
            stopping.during(() -> make(made));
            progress.say(accounts.told(made.scale(), address(), words));
            var leads = years.leads(made);
            for (var i = 0; i < leads.size(); i++) {
                progress.say("  " + words.t("demo.lead." + (i + 1)) + " " + address() + leads.get(i));
            }
            progress.say(words.t("demo.stop"));
        } catch (RuntimeException e) {
            if (!stopping.asked()) {
                throw e;
            }
            progress.say("\n" + words.t("demo.stopped", progress.step()));
            Stopping.stay();
        }
    }

    private void make(World.Made made) {
        var doings = new EnumMap<Step, Doing>(Step.class);
        doings.putAll(making.steps(made));
        doings.putAll(years.steps(made));
        for (Map.Entry<Step, Doing> doing : doings.entrySet()) {
            if (!made.has(doing.getKey())) {
                stopping.check();
                progress.begin("demo.step." + doing.getKey());
                progress.end(doing.getValue().with(progress));
                world.finished(doing.getKey());
            }
        }
    }

    private String word(Scale scale) {
        return words.t("demo.scale." + scale);
    }

    private String address() {
        return "http://localhost:" + environment.getProperty("local.server.port", "8080");
    }

    @SuppressWarnings("SystemOut") // for the person who waits at the terminal
    private static Progress terminal(Clock clock, Words words, Runnable each) {
        return new Progress(System.out, clock, words, System.console() != null, each);
    }
}
