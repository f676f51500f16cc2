package lianxin.desk;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import lianxin.matcher.Matched;
import lianxin.platform.Words;
import lianxin.sheet.Column;
import lianxin.sheet.Columns;
import lianxin.sheet.SheetWriter;
import lianxin.workbook.Format;
import org.jspecify.annotations.Nullable;

/** The two files that come out: who is whose contact, and the proof. */
record Answer(Path pairs, Path certificate) {

    private static final Column<Integer> METRES = Column.whole("metres", "距离米", "Metres", 0, 30_000_000);
    private static final Column<Boolean> KEPT = Column.yesNo("kept", "联系人不变", "Kept");
    private static final Columns COLUMNS =
            Columns.of("结对", "Pairs", Sheet.HOUSEHOLD, Sheet.CADRE, Sheet.VILLAGE, METRES, KEPT);

    /** The first eight bytes of a certificate: «lianxin», version 1. */
    private static final long MARK = 0x6c69616e78696e01L;

    void write(Town town, Matched answer, Words words) throws IOException {
        var p = town.problem();
        try (var out = new BufferedOutputStream(Files.newOutputStream(pairs), 1 << 16);
                var sheet = new SheetWriter(out, format(), COLUMNS, words)) {
            for (int h = 0; h < p.households(); h++) {
                int c = answer.cadreOf()[h];
                @Nullable Object kept = p.lastOf(h) < 0 ? null : p.lastOf(h) == c;
                sheet.row(Arrays.asList(
                        town.households().name(h),
                        town.cadres().name(c),
                        town.villages().name(p.villageOf(h)),
                        p.distance(p.villageOf(h), c),
                        kept));
            }
        }
        try (var out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(certificate)))) {
            out.writeLong(MARK);
            out.writeLong(answer.price());
            out.writeInt(answer.cadrePrice().length);
            for (long price : answer.cadrePrice()) {
                out.writeLong(price);
            }
        }
    }

    private Format format() {
        return pairs.toString().toLowerCase(Locale.ROOT).endsWith(".xlsx") ? Format.XLSX : Format.CSV;
    }

    /** The answer as somebody handed it in: a household left out has cadre -1. */
    Matched read(Town town, Words words, Watching watching) throws IOException {
        var cadreOf = new int[town.problem().households()];
        Arrays.fill(cadreOf, -1);
        var columns = Columns.of("结对", "Pairs", Sheet.HOUSEHOLD, Sheet.CADRE);
        var faults = new Faults(words);
        new Sheet(pairs, columns).lines(faults, watching, line -> {
            int h = town.households().find(line, Sheet.HOUSEHOLD);
            int c = town.cadres().find(line, Sheet.CADRE);
            if (h >= 0 && cadreOf[h] >= 0) {
                line.fault(Sheet.HOUSEHOLD, "desk.cell.twice", town.households().name(h));
            } else if (h >= 0) {
                cadreOf[h] = c;
            }
        });
        if (!faults.none()) {
            throw new BadRows(faults.said());
        }
        return proof(town, cadreOf);
    }

    private Matched proof(Town town, int[] cadreOf) throws IOException {
        if (!Files.isReadable(certificate)) {
            throw DeskRefusal.NO_SUCH_FILE.because(certificate.toString());
        }
        int cadres = town.problem().cadres();
        if (Files.size(certificate) < 20) {
            throw DeskRefusal.NO_PROOF.because(certificate.toString());
        }
        try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(certificate)))) {
            if (in.readLong() != MARK) {
                throw DeskRefusal.NO_PROOF.because(certificate.toString());
            }
            long price = in.readLong();
            if (in.readInt() != cadres || Files.size(certificate) != 20 + 8L * cadres) {
                throw DeskRefusal.PROOF_OF_ANOTHER.because(certificate.toString());
            }
            var cadrePrice = new long[cadres];
            for (int c = 0; c < cadres; c++) {
                cadrePrice[c] = in.readLong();
            }
            return new Matched(cadreOf, price, cadrePrice);
        }
    }
}
