package lianxin.record;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.IntStream;
import lianxin.access.Caller;
import lianxin.access.Role;
import lianxin.ledger.Verification;
import lianxin.ledger.VerifierKey;
import lianxin.platform.News;
import lianxin.region.Ground;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Somebody who looks, something that happened, and the checker who has only the file and the key. */
final class RecordCast {

    static final Caller LI =
            new Caller(new UUID(7, 1), "李主任", Role.OFFICE, new Ground(370_800_000_000L, 370_900_000_000L), null, null);

    private RecordCast() {}

    record Happened(UUID subject, UUID by, Instant at) implements News {
        Happened(UUID subject) {
            this(subject, LI.id(), Instant.parse("2026-03-01T08:00:00.123456Z"));
        }
    }

    static UUID family(int n) {
        return new UUID(0x1234, n);
    }

    static java.util.List<UUID> families(int from, int to) {
        return IntStream.range(from, to).mapToObj(RecordCast::family).toList();
    }

    static String export(JdbcClient sql) {
        try {
            var out = new ByteArrayOutputStream();
            new RecordStore(sql, new Checkpoints(sql, new CosignatureStore(sql))).export(out);
            return out.toString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** Whoever owns the tables, as no part of the house ever does. */
    static JdbcClient owner(Environment environment) {
        return JdbcClient.create(new DriverManagerDataSource(
                environment.getRequiredProperty("spring.datasource.url"),
                environment.getRequiredProperty("spring.flyway.user"),
                environment.getRequiredProperty("spring.flyway.password")));
    }

    static VerifierKey key(JdbcClient sql) {
        return VerifierKey.parse(
                new Checkpoints(sql, new CosignatureStore(sql)).key().orElseThrow());
    }

    static Verification.Outcome verify(String export, Verification verification) {
        try {
            return verification.read(new BufferedReader(new StringReader(export)));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
