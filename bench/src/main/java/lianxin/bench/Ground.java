package lianxin.bench;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Makes one ground and prints what it is, so that two people can see that they measured the same. */
@Command(
        name = "ground",
        description = "the made-up ground the others measure on: its size and fingerprint",
        mixinStandardHelpOptions = true)
final class Ground implements Callable<Integer> {

    @Mixin
    private final Instances instances = new Instances();

    @Override
    public Integer call() {
        for (var instance : instances.all()) {
            var p = instance.country().problem();
            System.out.printf(
                    "%s: %,d households, %,d cadres, %,d villages, %,d units, fingerprint %s%n",
                    instance, p.households(), p.cadres(), p.villages(), p.units(), Fingerprint.of(p));
        }
        return 0;
    }
}
