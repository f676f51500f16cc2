package lianxin.record;

import static lianxin.record.RecordCast.LI;
import static lianxin.record.RecordCast.export;
import static lianxin.record.RecordCast.families;
import static lianxin.record.RecordCast.family;
import static lianxin.record.RecordCast.key;
import static lianxin.record.RecordCast.verify;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import lianxin.OwnDatabase;
import lianxin.ledger.Broken;
import lianxin.ledger.Note;
import lianxin.ledger.Verification;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Abuse case 8: whoever owns the whole machine but for the witness's copy changes one row, 1,000 times; the checker has the file and the key. */
@SpringBootTest
class TamperTest {

    static final int LEAVES = 300;
    static final int ATTEMPTS = 1_000;

    @Autowired
    JdbcClient sql;

    @Autowired
    Reads reads;

    @Autowired
    Sequencer sequencer;

    @Autowired
    EntryStore entries;

    @Value("${spring.datasource.url}")
    String url;

    @DynamicPropertySource
    static void aDatabaseOfItsOwn(DynamicPropertyRegistry properties) {
        OwnDatabase.start("tamper", properties);
    }

    @Test
    void everyChangedRowIsFound() throws Exception {
        for (var n = 0; n < LEAVES; n++) {
            reads.of(LI, Purpose.HOUSEHOLD_PAGE, families(n, n + 1 + n % 3));
            if (n % 37 == 0) {
                sequencer.catchUp();
            }
        }
        sequencer.catchUp();
        var trusted = key(sql);
        var witnessed = Note.parse(entries.lastSigned().orElseThrow().note());
        assertThat(verify(export(sql), new Verification(trusted)).faults()).isEmpty();

        var random = new Random(8);
        var found = new TreeMap<Tampering, Integer>();
        var password =
                Files.readAllLines(Path.of("target/postgres/tamper/passwords")).getFirst();
        try (var connection = DriverManager.getConnection(url, "postgres", password)) {
            connection.setAutoCommit(false);
            var owner = JdbcClient.create(new SingleConnectionDataSource(connection, true));
            for (var attempt = 0; attempt < ATTEMPTS; attempt++) {
                var how = Tampering.values()[attempt % Tampering.values().length];
                owner.sql("set local session_replication_role = replica").update(); // no trigger, no foreign key
                how.bend(owner, random, (int) entries.size());
                var verification = new Verification(trusted);
                verification.kept(witnessed);
                if (!verify(export(owner), verification).holds()) {
                    found.merge(how, 1, Integer::sum);
                }
                connection.rollback();
            }
        }
        assertThat(found.values().stream().mapToInt(Integer::intValue).sum())
                .as("found by kind: %s", found)
                .isEqualTo(ATTEMPTS);
        assertThat(verify(export(sql), new Verification(trusted)).faults()).isEmpty();
        ourOwnScribeRefusesToo(password);
    }

    /** The rewritten tree is not signed: what was signed last lies outside the database. */
    private void ourOwnScribeRefusesToo(String password) throws Exception {
        var owner = JdbcClient.create(new SingleConnectionDataSource(url, "postgres", password, true));
        owner.sql(
                        "update record.tile set hashes = overlay(hashes placing sha256('x') from 1 for 32) where level = 1 and index = 0")
                .update();
        reads.of(LI, Purpose.HOUSEHOLD_PAGE, List.of(family(1)));
        assertThatThrownBy(sequencer::catchUp)
                .isInstanceOfSatisfying(
                        Broken.class, e -> assertThat(e.reason()).isEqualTo("rewritten"));
    }

    enum Tampering {
        FLIP {
            @Override
            void bend(JdbcClient sql, Random random, int size) {
                var set = switch (random.nextInt(6)) {
                    case 0 -> "what = case what when 'CADRE_PAGE' then 'HOUSEHOLD_PAGE' else 'CADRE_PAGE' end";
                    case 1 -> "by_whom = gen_random_uuid()";
                    case 2 -> "at = l.at + interval '1 microsecond'";
                    case 3 -> "kind = case kind when 'change' then 'read' else 'change' end";
                    case 4 -> "tokens = set_bit(tokens, 77, 1 - get_bit(tokens, 77))";
                    default -> "lo = 370800000000, hi = 370900000001, whole = true, tokens = ''";
                };
                sql.sql("update record.leaf l set " + set
                                + " from record.entry e where e.leaf = l.id and e.index = :index")
                        .param("index", random.nextInt(size))
                        .update();
            }
        },
        DELETE {
            @Override
            void bend(JdbcClient sql, Random random, int size) {
                var index = random.nextInt(size);
                sql.sql("delete from record.leaf l using record.entry e where e.leaf = l.id and e.index = :index")
                        .param("index", index)
                        .update();
                if (random.nextBoolean()) {
                    sql.sql("delete from record.entry where index = :index")
                            .param("index", index)
                            .update();
                    shift(sql, index, -1);
                }
            }
        },
        INSERT {
            @Override
            void bend(JdbcClient sql, Random random, int size) {
                var index = random.nextInt(size);
                shift(sql, index - 1, 1);
                sql.sql("""
                        with forged as (
                            insert into record.leaf (id, kind, what, by_whom, at, lo, hi, whole, subjects, tokens)
                            select gen_random_uuid(), l.kind, l.what, l.by_whom, l.at, l.lo, l.hi, l.whole, l.subjects, l.tokens
                              from record.leaf l order by random() limit 1
                            returning id, xid, at
                        )
                        insert into record.entry (index, xid, leaf, at)
                        select :index, xid, id, at from forged
                        """).param("index", index).update();
            }
        },
        REORDER {
            @Override
            void bend(JdbcClient sql, Random random, int size) {
                var one = random.nextInt(size);
                var other = (one + 1 + random.nextInt(size - 1)) % size;
                var leaf = leafAt(sql, one);
                put(sql, one, UUID.randomUUID());
                put(sql, one, swap(sql, other, leaf));
            }
        },
        TRUNCATE {
            @Override
            void bend(JdbcClient sql, Random random, int size) {
                var rest = random.nextInt(size);
                sql.sql("delete from record.checkpoint where size > :rest")
                        .param("rest", rest)
                        .update();
                sql.sql("delete from record.leaf l using record.entry e where e.leaf = l.id and e.index >= :rest")
                        .param("rest", rest)
                        .update();
                sql.sql("delete from record.entry where index >= :rest")
                        .param("rest", rest)
                        .update();
            }
        };

        static UUID leafAt(JdbcClient sql, int index) {
            return sql.sql("select leaf from record.entry where index = :index")
                    .param("index", index)
                    .query(UUID.class)
                    .single();
        }

        static UUID swap(JdbcClient sql, int index, UUID leaf) {
            var before = leafAt(sql, index);
            put(sql, index, leaf);
            return before;
        }

        static void put(JdbcClient sql, int index, UUID leaf) {
            sql.sql("""
                    update record.entry
                       set leaf = :leaf, xid = coalesce((select l.xid from record.leaf l where l.id = :leaf), xid)
                     where index = :index
                    """).param("leaf", leaf).param("index", index).update();
        }

        abstract void bend(JdbcClient sql, Random random, int size);

        /** Everything behind {@code index} moves, and the signed states with it as far as that helps the forger. */
        static void shift(JdbcClient sql, int index, int by) {
            sql.sql("update record.entry set index = -index - 1 where index > :index")
                    .param("index", index)
                    .update();
            sql.sql("update record.entry set index = -index - 1 + :by where index < 0")
                    .param("by", by)
                    .update();
        }
    }
}
