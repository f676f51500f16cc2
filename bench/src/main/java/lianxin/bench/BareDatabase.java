package lianxin.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * What the database alone can do: the same rows (visit, receipt, a leaf of the record for each batch) into the same columns, keys and indexes, in the same number of
 * commits, by prepared statements, with nothing between it and whoever asks. No walls, no foreign keys, no books.
 */
final class BareDatabase implements AutoCloseable {

    private static final int MOST = 64;

    private final List<Connection> connections = new ArrayList<>();
    private final Connection counting;

    BareDatabase(House house) throws IOException, SQLException {
        counting = house.database();
        Fleet.run(counting, "create schema bare");
        Fleet.run(counting, "create table bare.visit (like visit.visit including all)");
        Fleet.run(counting, "create table bare.receipt (like phone.receipt including all)");
        Fleet.run(counting, "create table bare.leaf (like record.leaf including all)");
        for (var i = 0; i < MOST; i++) {
            var one = house.database();
            one.setAutoCommit(false);
            connections.add(one);
        }
    }

    /** How many at once make it busiest; more only wait for one another. */
    static int atOnce(int phones) {
        return Math.min(phones, MOST);
    }

    /** One batch, committed. */
    int batch(int who, int visits) throws SQLException {
        var connection = connections.get(who);
        try (var visit = connection.prepareStatement("""
                        insert into bare.visit (id, household, place, cadre, by_whom, contact, way, met, finding, topics, words, seen_at, told_at, recorded_at)
                        select uuidv7(), gen_random_uuid(), 999913100201, gen_random_uuid(), gen_random_uuid(), true, 'HOME', 'HEAD', 'WELL', '{HEALTH}',
                               '老人在家，身体都好', now(), now(), now()
                          from generate_series(1, ?)""");
                var receipt = connection.prepareStatement("""
                        insert into bare.receipt (id, digest, account, device, answer, at)
                        select uuidv7(), sha256('x'), gen_random_uuid(), gen_random_uuid(), 'accepted', now() from generate_series(1, ?)""");
                var leaf = connection.prepareStatement("""
                        insert into bare.leaf (id, kind, what, by_whom, at, lo, hi, whole, subjects, tokens)
                        values (uuidv7(), 'change', 'VisitsKept', gen_random_uuid(), now(), 0, 1, false, 1, sha256('x'))""")) {
            visit.setInt(1, visits);
            visit.executeUpdate();
            receipt.setInt(1, visits);
            receipt.executeUpdate();
            leaf.executeUpdate();
            connection.commit();
        }
        return visits;
    }

    /** Commits and writes of the log to the disk so far, of everybody. */
    long[] counted() throws SQLException {
        try (var ask = counting.createStatement();
                var row = ask.executeQuery("""
                        select (select sum(xact_commit) from pg_stat_database), (select sum(fsyncs) from pg_stat_io where object = 'wal')""")) {
            row.next();
            return new long[] {row.getLong(1), row.getLong(2)};
        }
    }

    /** How often a second the disk under {@code folder} says that eight kilobytes are safe. */
    static double fsyncs(Path folder) throws IOException {
        var file = Files.createTempFile(folder, "fsync", ".bin");
        try (var disk = FileChannel.open(file, StandardOpenOption.WRITE)) {
            var began = System.nanoTime();
            var done = 0;
            while (System.nanoTime() - began < 300_000_000L) {
                disk.write(ByteBuffer.allocate(8192), 0);
                disk.force(false);
                done++;
            }
            return done / ((System.nanoTime() - began) / 1e9);
        } finally {
            Files.delete(file);
        }
    }

    @Override
    public void close() throws SQLException {
        for (var one : connections) {
            one.close();
        }
        counting.close();
    }
}
