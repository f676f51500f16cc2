package lianxin.region;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import lianxin.platform.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DivisionFileTest {

    static final Path BUNDLED = Path.of("src/main/resources/data/jining-divisions-2023.csv");
    static final String HEAD = "level,code12,name,parent12,kind\n";
    static final String COUNTY = "COUNTY,370827000000,鱼台县,370800000000,COUNTY\n";

    @Test
    void theCodeImpliesTheKindOfEveryBundledPlace() throws IOException {
        var rows = DivisionFile.read(Files.readAllBytes(BUNDLED));
        assertThat(rows).hasSize(5_098);
        var lines = Files.readAllLines(BUNDLED);
        assertThat(rows).allSatisfy(row -> assertThat(lines.get(row.line() - 1)).endsWith("," + row.kind()));
    }

    @Test
    void whatASpreadsheetSavesIsReadToo() {
        var text = "\uFEFF" + HEAD.replace("\n", "\r\n") + "COUNTY,370827000000,\"鱼台县\",370800000000,COUNTY\r\n\r\n";
        assertThat(DivisionFile.read(text.getBytes(StandardCharsets.UTF_8)))
                .singleElement()
                .extracting(DivisionRow::name)
                .isEqualTo("鱼台县");
        assertThat(DivisionFile.read((HEAD + COUNTY).getBytes(Charset.forName("GB18030"))))
                .singleElement()
                .extracting(DivisionRow::name)
                .isEqualTo("鱼台县");
    }

    static Stream<Arguments> broken() {
        return Stream.of(
                Arguments.of("", RegionRefusal.FILE_EMPTY),
                Arguments.of(HEAD, RegionRefusal.FILE_EMPTY),
                Arguments.of(HEAD + "\n".repeat(100_001), RegionRefusal.FILE_TOO_LONG),
                Arguments.of("code,name\n" + COUNTY, RegionRefusal.FILE_COLUMNS),
                Arguments.of(HEAD + "COUNTY,370827000000\n", RegionRefusal.ROW_UNREADABLE),
                Arguments.of(HEAD + "COUNTY,3.70827E+11,鱼台县,,COUNTY\n", RegionRefusal.ROW_CODE),
                Arguments.of(HEAD + "VILLAGE,370827000000,鱼台县,,COUNTY\n", RegionRefusal.ROW_LEVEL),
                Arguments.of(HEAD + "COUNTY,370827000000, ,,COUNTY\n", RegionRefusal.ROW_NAME),
                Arguments.of(HEAD + COUNTY + COUNTY, RegionRefusal.ROW_TWICE),
                Arguments.of(HEAD + COUNTY + COUNTY.replace("370827000000", "370828000000"), RegionRefusal.ROW_PARENT),
                Arguments.of(HEAD + COUNTY + "TOWNSHIP,370828100000,外镇,370827000000,TOWN\n", RegionRefusal.ROW_PARENT));
    }

    @ParameterizedTest
    @MethodSource("broken")
    void aBrokenFileIsRefusedByItsFault(String text, Refusal.Kind kind) {
        assertThatThrownBy(() -> DivisionFile.read(text.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(Refusal.class)
                .hasFieldOrPropertyWithValue("kind", kind);
    }

    @Test
    void bytesThatAreNoTextAreRefused() {
        assertThatThrownBy(() -> DivisionFile.read(new byte[] {(byte) 0xff, (byte) 0xff, 0x00, (byte) 0x80}))
                .isInstanceOf(Refusal.class)
                .hasFieldOrPropertyWithValue("kind", RegionRefusal.FILE_ENCODING);
    }
}
