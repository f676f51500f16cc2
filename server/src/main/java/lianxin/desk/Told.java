package lianxin.desk;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import lianxin.matcher.Bottleneck;
import lianxin.matcher.Compact;
import lianxin.matcher.Explanation;
import lianxin.matcher.Fault;
import lianxin.matcher.Infeasible;
import lianxin.matcher.Ledger;
import lianxin.matcher.Matched;
import lianxin.matcher.Verdict;
import lianxin.matcher.WhatIf;
import lianxin.platform.Words;
import org.jspecify.annotations.Nullable;

/** Says in sentences what came out, by the names of the files. */
final class Told {

    private static final int SHOWN = 12;

    private final Town town;
    private final Words words;
    private final PrintStream out;

    Told(Town town, Words words, PrintStream out) {
        this.town = town;
        this.words = words;
        this.out = out;
    }

    void matched(Matched answer) {
        var ledger = Ledger.of(town.problem(), answer);
        var p = town.problem();
        say("desk.matched", words.n(p.households()), words.n(p.cadres()), words.n(answer.price()));
        say("desk.ways", words.n(p.households() == 0 ? 0 : ledger.metres() / p.households()));
        say("desk.kept", words.n(ledger.kept()), words.n(ledger.changed()));
        say(
                "desk.prices",
                words.n(ledger.distancePrice()),
                words.n(ledger.skillPrice()),
                words.n(ledger.changePrice()),
                words.n(ledger.loadPrice()));
    }

    void verdict(Verdict verdict) {
        if (verdict.accepted()) {
            say("desk.proven", words.n(verdict.price().longValueExact()));
            return;
        }
        for (var fault : verdict.faults()) {
            say("desk.fault." + fault.kind().name().toLowerCase(Locale.ROOT), household(fault), cadre(fault));
        }
        say("desk.not-proven", verdict.price().toString(), verdict.bound().toString());
    }

    void compact(Compact compact, int villages) {
        say(
                "desk.compact",
                words.n(villages),
                words.n(compact.price()),
                words.n(compact.gap()),
                words.n(compact.beyond().length));
    }

    void bounded(Verdict verdict, boolean holds) {
        if (holds) {
            var gap = verdict.price().subtract(verdict.bound());
            say("desk.bounded", words.n(verdict.price().longValueExact()), words.n(gap.longValueExact()));
        } else {
            verdict(verdict);
        }
    }

    void infeasible(Infeasible outcome) {
        for (var one : outcome.bottlenecks()) {
            var villages = names(one.villages(), town.villages()::name);
            var units = names(one.units(), town.units()::name);
            var households = names(one.households(), town.households()::name);
            switch (one.kind()) {
                case TOO_FEW_PLACES ->
                    say(
                            one.villages().length > 0 ? "desk.too-few-places" : "desk.too-few-places.households",
                            one.villages().length > 0 ? villages : households,
                            units,
                            words.n(one.need()),
                            words.n(one.room()));
                case TOO_FEW_HOUSEHOLDS ->
                    say("desk.too-few-households", cadres(one), units, words.n(one.need()), words.n(one.room()));
                case NOBODY_ELIGIBLE -> say("desk.nobody-eligible", villages, households, words.n(one.need()));
            }
        }
        if (!outcome.curable()) {
            say("desk.no-lift");
            return;
        }
        say("desk.lift", words.n(outcome.lift().sum()), words.n(outcome.ease().sum()));
        limits("desk.lift.one", outcome.lift());
        limits("desk.ease.one", outcome.ease());
    }

    private void limits(String key, Infeasible.Lift moved) {
        for (int i = 0; i < moved.cadre().length && i < SHOWN; i++) {
            say(key, town.cadres().name(moved.cadre()[i]), words.n(moved.by()[i]));
        }
        if (moved.cadre().length > SHOWN) {
            say("desk.lift.more", words.n(moved.cadre().length - SHOWN));
        }
    }

    void explanation(Explanation why) {
        var cadre = town.cadres().name(why.cadre());
        say("desk.why", town.households().name(why.household()), cadre, words.n(why.metres()), words.n(why.price()));
        say(
                "desk.why.prices",
                words.n(why.distancePrice()),
                words.n(why.skillPrice()),
                words.n(why.changePrice()),
                words.n(why.placePrice()));
        var other = why.alternative();
        if (other == null) {
            say(town.problem().pinOf(why.household()) < 0 ? "desk.why.only" : "desk.why.pinned");
            return;
        }
        if (other.more() < 0) {
            say("desk.why.few", town.cadres().name(other.cadre()), words.n(-other.more()));
            return;
        }
        say(
                other.full() ? "desk.why.next-full" : "desk.why.next",
                town.cadres().name(other.cadre()),
                words.n(other.metres()),
                words.n(other.price()),
                words.n(other.more()));
    }

    /** What follows if the household insists on that cadre; null if it cannot be. */
    void insists(int cadre, WhatIf.@Nullable Chain chain) {
        if (chain == null) {
            say("desk.why.never", town.cadres().name(cadre));
            return;
        }
        say("desk.why.insists", town.cadres().name(cadre), words.n(chain.more()));
        for (var move : chain.moves()) {
            say(
                    "desk.why.move",
                    town.households().name(move.household()),
                    town.cadres().name(move.from()),
                    town.cadres().name(move.to()));
        }
    }

    private String household(Fault fault) {
        return fault.household() < 0 ? "" : town.households().name(fault.household());
    }

    private String cadre(Fault fault) {
        return fault.cadre() < 0 || fault.cadre() >= town.cadres().count()
                ? ""
                : town.cadres().name(fault.cadre());
    }

    private String cadres(Bottleneck one) {
        return names(one.cadres(), town.cadres()::name);
    }

    /** The first few by name, and how many there are. */
    private String names(int[] numbers, IntFunction<String> name) {
        var some = Arrays.stream(numbers)
                .limit(SHOWN)
                .mapToObj(name)
                .collect(Collectors.joining(words.chinese() ? "、" : ", "));
        return numbers.length > SHOWN ? words.t("desk.and-more", some, words.n(numbers.length)) : some;
    }

    private void say(String key, Object... arguments) {
        out.println(words.t(key, arguments));
    }
}
