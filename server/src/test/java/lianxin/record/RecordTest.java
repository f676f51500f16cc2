package lianxin.record;

import static lianxin.record.RecordCast.LI;
import static lianxin.record.RecordCast.export;
import static lianxin.record.RecordCast.families;
import static lianxin.record.RecordCast.family;
import static lianxin.record.RecordCast.key;
import static lianxin.record.RecordCast.verify;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import lianxin.access.Accounts;
import lianxin.access.Caller;
import lianxin.access.Role;
import lianxin.ledger.Note;
import lianxin.ledger.Proofs;
import lianxin.ledger.Receipt;
import lianxin.ledger.Verification;
import lianxin.record.RecordCast.Happened;
import lianxin.region.Ground;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.env.Environment;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What is written, that it stays written, and that everybody can check it. Commits for good, therefore in a database of its own. */
class RecordTest extends RecordHouse {

    @Autowired
    JdbcClient sql;

    @Autowired
    Reads reads;

    @Autowired
    Subjects subjects;

    @Autowired
    Sequencer sequencer;

    @Autowired
    Auditing auditing;

    @Autowired
    Conditions conditions;

    @Autowired
    TileStore tiles;

    @Autowired
    EntryStore entries;

    @Autowired
    Accounts accounts;

    @Autowired
    ApplicationEventPublisher house;

    @Autowired
    TransactionTemplate transaction;

    long leavesAbout(UUID subject) {
        return sql.sql("""
                select count(*)
                  from record.leaf l
                  join record.subject s on position(s.token in l.tokens) > 0
                 where s.subject = :subject
                """).param("subject", subject).query(Long.class).single();
    }

    @Test
    void aDeedAndItsLeafHappenTogetherOrNotAtAll() {
        var done = family(1);
        var undone = family(2);
        transaction.executeWithoutResult(_ -> house.publishEvent(new Happened(done)));
        transaction.executeWithoutResult(status -> {
            house.publishEvent(new Happened(undone));
            reads.of(LI, Purpose.HOUSEHOLD_PAGE, List.of(undone));
            status.setRollbackOnly();
        });
        sequencer.catchUp();
        assertThat(leavesAbout(done)).isOne();
        assertThat(leavesAbout(undone)).isZero();
        assertThat(export(sql)).contains("\"what\":\"Happened\"");
        var outcome = verify(export(sql), new Verification(key(sql)));
        assertThat(outcome.faults()).isEmpty();
        assertThat(outcome.covered()).isEqualTo(outcome.leaves()).isPositive();
    }

    @Test
    void aPageOfPeopleIsOneLeafAndNamesNobody() {
        var page = families(100, 150);
        var before = count();
        reads.of(LI, Purpose.HOUSEHOLD_LIST, page);
        reads.of(LI, Purpose.HOUSEHOLD_LIST, page);
        assertThat(count()).isEqualTo(before + 2);
        sequencer.catchUp();
        var export = export(sql);
        assertThat(page).allSatisfy(family -> {
            assertThat(leavesAbout(family)).isEqualTo(2);
            assertThat(export).doesNotContain(family.toString());
        });
        assertThat(sql.sql(
                                "select count(*) from record.mention m join record.subject s on s.token = m.who where s.subject = :s")
                        .param("s", page.get(7))
                        .query(Long.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void whoTakesLongKeepsNobodyWaiting() throws Exception {
        var slow = family(200);
        var quick = family(201);
        var written = new CountDownLatch(1);
        var release = new CountDownLatch(1);
        var thread = CompletableFuture.runAsync(() -> transaction.executeWithoutResult(_ -> {
            house.publishEvent(new Happened(slow));
            written.countDown();
            await(release);
        }));
        written.await();
        try {
            reads.of(LI, Purpose.HOUSEHOLD_PAGE, List.of(quick));
            sequencer.catchUp();
            assertThat(placed(quick)).isOne();
            assertThat(placed(slow)).isZero();
            sequencer.catchUp();
        } finally {
            release.countDown();
        }
        thread.join();
        sequencer.catchUp();
        assertThat(placed(slow)).isOne();
        assertThat(unplaced()).isZero();
        assertThat(verify(export(sql), new Verification(key(sql))).faults()).isEmpty();
    }

    static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void theHouseItselfCannotChangeWhatIsWritten() {
        reads.of(LI, Purpose.SEARCH, List.of());
        sequencer.catchUp();
        for (var statement : List.of(
                "update record.leaf set what = 'Nothing'",
                "delete from record.leaf",
                "truncate record.leaf",
                "update record.entry set index = index + 1",
                "delete from record.checkpoint")) {
            assertThatThrownBy(() -> sql.sql(statement).update())
                    .as(statement)
                    .isInstanceOf(DataAccessException.class)
                    .rootCause()
                    .hasMessageContaining("permission denied");
        }
    }

    /** The owner of the tables has no right either, and having given it to himself runs into the trigger. */
    @Test
    void theOwnerCannotChangeItByMistake(@Autowired Environment environment) {
        reads.of(LI, Purpose.SEARCH, List.of());
        var owner = RecordCast.owner(environment);
        var statement = "delete from record.leaf";
        assertThatThrownBy(() -> owner.sql(statement).update()).rootCause().hasMessageContaining("permission denied");
        owner.sql("grant delete on record.leaf to current_user").update();
        assertThatThrownBy(() -> owner.sql(statement).update()).rootCause().hasMessageContaining("only ever added to");
        owner.sql("revoke delete on record.leaf from current_user").update();
    }

    @Test
    void everyReceiptEverIssuedHoldsAgainstTheNewestState() {
        var issued = new ArrayList<Receipt>();
        for (var round = 0; round < 12; round++) {
            var n = round;
            IntStream.range(0, 1 + 7 * n).forEach(i -> house.publishEvent(new Happened(family(1_000 + 100 * n + i))));
            sequencer.catchUp();
            for (var index = Math.max(0, entries.size() - 50); index < entries.size(); index++) {
                issued.add(auditing.receipt(index));
            }
        }
        var newest = Note.parse(entries.lastSigned().orElseThrow().note()).checkpoint();
        assertThat(issued).hasSizeGreaterThan(300).allSatisfy(receipt -> {
            assertThat(Receipt.parse(receipt.toString()).holds(key(sql))).isTrue();
            var then = receipt.note().checkpoint();
            assertThat(Proofs.contains(
                            then.size(),
                            then.root(),
                            newest.size(),
                            newest.root(),
                            Proofs.consistency(then.size(), newest.size(), tiles.tiles())))
                    .isTrue();
        });
        var verification = new Verification(key(sql));
        issued.forEach(verification::receipt);
        assertThat(verify(export(sql), verification).faults()).isEmpty();
        var bent = issued.getFirst();
        var forged = new Receipt("{}".getBytes(), bent.index(), bent.proof(), bent.note());
        assertThat(forged.holds(key(sql))).isFalse();
    }

    @Test
    void whoIsForgottenLeavesTheTreeStanding() {
        var forgotten = families(5_000, 6_000);
        reads.of(LI, Purpose.EXPORT, forgotten);
        var token = sql.sql("select token from record.subject where subject = :one")
                .param("one", forgotten.getFirst())
                .query(byte[].class)
                .single();
        sequencer.catchUp();
        subjects.forget(forgotten);
        sequencer.catchUp();
        assertThat(verify(export(sql), new Verification(key(sql))).faults()).isEmpty();
        assertThat(sql.sql("select count(*) from record.subject where subject = any(:all)")
                        .param("all", forgotten.toArray(UUID[]::new))
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(subjects.behind(List.of(token))).isEmpty();
    }

    @Test
    void aDatabaseBroughtBackFromADumpGoesOn() {
        reads.of(LI, Purpose.SEARCH, List.of(family(300)));
        sequencer.catchUp();
        sql.sql("update record.floor set xid = '1000000000000'")
                .update(); // as after a dump: transactions begin small again
        reads.of(LI, Purpose.SEARCH, List.of(family(301)));
        sequencer.catchUp();
        assertThat(placed(family(301))).isOne();
        assertThat(unplaced()).isZero();
    }

    @Test
    void howItStandsIsKnown() {
        reads.of(LI, Purpose.SEARCH, List.of());
        var waiting = conditions.now();
        assertThat(waiting.waitingSince()).isNotNull();
        assertThat(waiting.sound(waiting.waitingSince().plusSeconds(30))).isTrue();
        assertThat(waiting.sound(waiting.waitingSince().plusSeconds(120))).isFalse();
        sequencer.catchUp();
        var now = conditions.now();
        assertThat(now.signed()).isEqualTo(now.leaves());
        assertThat(now.waitingSince()).isNull();
        assertThat(now.trouble()).isNull();
    }

    @Test
    void auditorsFindWhoSawAFamilyAndAreFoundThemselves() {
        var li = office("li", LI.ground());
        var auditor = new Caller(new UUID(7, 2), "审计员", Role.AUDITOR, LI.ground(), null, null);
        var family = family(400);
        reads.of(li, Purpose.HOUSEHOLD_PAGE, List.of(family));
        sequencer.catchUp();
        var question = new Question("li", "", family.toString(), null, null, Long.MAX_VALUE);
        assertThat(auditing.search(question, auditor)).singleElement().satisfies(found -> {
            assertThat(found.what()).isEqualTo("HOUSEHOLD_PAGE");
            assertThat(found.doer().login()).isEqualTo("li");
            assertThat(found.about()).extracting(Found.About::id).containsExactly(family);
        });
        sequencer.catchUp();
        assertThat(auditing.search(new Question("", "", family.toString(), null, null, Long.MAX_VALUE), auditor))
                .extracting(Found::what)
                .containsExactly("RECORD_SEARCH", "HOUSEHOLD_PAGE");
        assertThatThrownBy(() -> auditing.search(new Question("nobody", "", "", null, null, 1), auditor))
                .hasMessageContaining("no-such-login");
        assertThatThrownBy(() -> auditing.search(new Question("", "", "H-none", null, null, 1), auditor))
                .hasMessageContaining("nobody-called-so");
        assertThatThrownBy(() -> auditing.receipt(1_000_000, auditor)).hasMessageContaining("not-signed-yet");
        assertThatThrownBy(() -> auditing.search(question, li)).hasMessageContaining("not-yours");
        assertThatThrownBy(() -> auditing.mayExport(li)).hasMessageContaining("not-yours");
    }

    @Test
    void anAuditorFindsWhatWasDoneOnHisGroundAndNothingOfTheNextCounty() {
        var ours = new Ground(370_827_000_000L, 370_828_000_000L);
        var theirs = new Ground(370_828_000_000L, 370_829_000_000L);
        var family = family(500);
        reads.of(office("ours", ours), Purpose.HOUSEHOLD_PAGE, List.of(family));
        reads.of(office("theirs", theirs), Purpose.HOUSEHOLD_LIST, List.of(family));
        reads.of(office("city", LI.ground()), Purpose.SEARCH, List.of(family));
        sequencer.catchUp();
        var question = new Question("", "", family.toString(), null, null, Long.MAX_VALUE);
        var here = new Caller(new UUID(7, 3), "审计员", Role.AUDITOR, ours, null, null);
        assertThat(auditing.search(question, here)).extracting(Found::what).containsExactly("SEARCH", "HOUSEHOLD_PAGE");
        var foreign = sql.sql(
                        "select e.index from record.entry e join record.leaf l on l.id = e.leaf where l.what = 'HOUSEHOLD_LIST' and l.lo = :lo")
                .param("lo", theirs.lo())
                .query(Long.class)
                .list()
                .getLast();
        assertThatThrownBy(() -> auditing.receipt(foreign, here)).hasMessageContaining("not-signed-yet");
        var everywhere = new Caller(new UUID(7, 4), "审计管理员", Role.AUDIT_ADMIN, Ground.EVERYWHERE, null, null);
        assertThat(auditing.search(question, everywhere)).hasSizeGreaterThanOrEqualTo(3);
    }

    private Caller office(String login, Ground ground) {
        var id = accounts.open(login, "{noop}x", login, Role.OFFICE, ground, null, null);
        return new Caller(id, login, Role.OFFICE, ground, null, null);
    }

    long count() {
        return sql.sql("select count(*) from record.leaf").query(Long.class).single();
    }

    long unplaced() {
        return sql.sql(
                        "select count(*) from record.leaf l where not exists (select from record.entry e where e.leaf = l.id)")
                .query(Long.class)
                .single();
    }

    long placed(UUID subject) {
        return sql.sql("""
                select count(*)
                  from record.entry e
                  join record.leaf l on l.id = e.leaf
                  join record.subject s on position(s.token in l.tokens) > 0
                 where s.subject = :subject
                """).param("subject", subject).query(Long.class).single();
    }
}
