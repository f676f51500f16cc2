package lianxin.bench;

import java.util.concurrent.Callable;
import lianxin.matcher.Aggregated;
import lianxin.matcher.Certificate;
import lianxin.matcher.Matched;
import lianxin.matcher.Matcher;
import lianxin.matcher.Outcome;
import lianxin.matcher.Problem;
import lianxin.matcher.Watch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** One measurement in a process of its own, so that nothing is warm that should be cold. {@link Pairing} starts it. */
@Command(name = "solo", hidden = true)
final class Solo implements Callable<Integer> {

    @Mixin
    private final Instances instances = new Instances();

    @Option(names = "--who", required = true)
    private Contender who = Contender.OURS;

    @Option(names = "--warm", description = "solutions before the one that counts")
    private int warm;

    @Override
    public Integer call() {
        var instance = instances.all().getFirst();
        var p = instance.country().problem();
        System.out.println((who == Contender.OURS ? ours(p) : theirs(p)).line());
        return 0;
    }

    private Spent ours(Problem p) {
        for (int i = 0; i < warm; i++) {
            Matcher.solve(p, Watch.none());
        }
        var answer = new Outcome[1];
        var spent = Spent.by(() -> {
            answer[0] = Matcher.solve(p, Watch.none());
            return answer[0] instanceof Matched matched ? matched.price() : Peer.NONE;
        });
        if (answer[0] instanceof Matched matched
                && !Certificate.check(p, matched).accepted()) {
            throw new IllegalStateException("our answer is not proven");
        }
        return spent;
    }

    private Spent theirs(Problem p) {
        var flow = new Aggregated(p);
        var peer = who.peer();
        for (int i = 0; i < warm; i++) {
            peer.of(flow).solve();
        }
        var solving = peer.of(flow);
        return Spent.by(solving::solve).plus(flow.constant());
    }
}
