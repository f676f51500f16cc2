package lianxin.bench;

import java.util.concurrent.Callable;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@link Inner} by JMH. */
@Command(
        name = "loops",
        description = "the matcher’s inner loops beside the floor that memory sets (JMH, county)",
        mixinStandardHelpOptions = true)
final class Loops implements Callable<Integer> {

    @Option(names = "--only", description = "a part of the loop’s name")
    private String only = "";

    @Override
    public Integer call() throws RunnerException {
        new Runner(new OptionsBuilder()
                        .include(Inner.class.getName() + ".*" + only)
                        .build())
                .run();
        return 0;
    }
}
