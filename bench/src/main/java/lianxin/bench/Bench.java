package lianxin.bench;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code ./lianxin bench NAME [options]}; without a name, what there is. A benchmark is a {@code Callable<Integer>} with one line of description. */
@Command(
        name = "./lianxin bench",
        subcommands = {
            City.class,
            Pairing.class,
            Events.class,
            Dimacs.class,
            Loops.class,
            Ground.class,
            Walls.class,
            RecordCost.class,
            Renewing.class,
            Outboxes.class,
            Kills.class,
            Storm.class,
            Caseload.class,
            Solo.class
        },
        mixinStandardHelpOptions = true,
        commandListHeading = "%nBenchmarks (NAME --help says more):%n")
final class Bench implements Runnable {

    public static void main(String[] args) {
        System.exit(command().execute(args));
    }

    @Override
    public void run() {
        command().usage(System.out);
    }

    private static CommandLine command() {
        return new CommandLine(new Bench()).setCaseInsensitiveEnumValuesAllowed(true);
    }
}
