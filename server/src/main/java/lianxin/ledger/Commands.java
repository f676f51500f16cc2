package lianxin.ledger;

import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;

/** The commands that need neither the application nor its database. */
public final class Commands {

    private Commands() {}

    /** Whether {@link #main} knows what to do with these words. */
    public static boolean know(String[] words) {
        return words.length > 1
                && words[0].equals("audit")
                && List.of("verify", "witness").contains(words[1]);
    }

    @SuppressWarnings("SystemOut") // a command answers on the terminal
    public static void main(String[] words) {
        var rest = Arrays.asList(words).subList(2, words.length);
        var status = switch (words[1]) {
            case "verify" -> new VerifyCommand(System.out).run(rest);
            default -> new WitnessCommand(System.out, InstantSource.system()).run(rest);
        };
        if (status != 0) {
            System.exit(status);
        }
    }
}
