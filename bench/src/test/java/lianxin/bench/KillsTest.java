package lianxin.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** A small campaign of kills, so that a promise to phones is not broken for long before somebody knows; {@code ./lianxin bench kills} is the large one. */
class KillsTest {

    @Test
    void nothingAcknowledgedIsLostAndEveryPlantedBugIsFound() throws Exception {
        var kills = new Kills();
        kills.servers = 2;
        kills.databases = 3;
        kills.phones = 4;
        kills.seed = 7;
        kills.home = Path.of("target/kills-test");
        assertThat(kills.campaign()).isEmpty();
    }
}
