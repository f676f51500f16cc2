package lianxin.complaint;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import lianxin.access.Caller;
import lianxin.complaint.Writings.Part;
import lianxin.platform.CountyTime;
import lianxin.scope.Standing;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What became of it, for whoever has its number and its secret; no account, and nothing that says who he is. */
@Service
public class Following {

    private final ComplaintStore store;
    private final Writings writings;
    private final Receiving receiving;
    private final Ledger ledger;
    private final Wall wall;
    private final Standing standing;

    Following(
            ComplaintStore store, Writings writings, Receiving receiving, Ledger ledger, Wall wall, Standing standing) {
        this.store = store;
        this.writings = writings;
        this.receiving = receiving;
        this.ledger = ledger;
        this.wall = wall;
        this.standing = standing;
    }

    /** The complaint with its answer; refused with 404 alike whether the number or the secret is wrong. */
    @Transactional(readOnly = true)
    public Followed look(String number, String secret) {
        return standing.house(() -> {
            var complaint = require(number, secret);
            var clear = writings.of(List.of(complaint.id()));
            return new Followed(
                    complaint,
                    clear.getOrDefault(complaint.id(), Map.of()).getOrDefault(Part.WORDS, ""),
                    store.steps(complaint.id(), clear),
                    complaint.state().next().contains(State.ASKED_AGAIN)
                            && complaint.again() < ComplaintRules.LOOKS_AGAIN
                            && !ledger.today().isAfter(until(complaint)),
                    until(complaint));
        });
    }

    /** Whoever complained accepts the answer. */
    @Transactional
    public void agree(String number, String secret) {
        standing.houseDoes(() -> {
            var before = require(number, secret);
            ledger.move(
                    before,
                    before.to(State.AGREED, ledger.now(), null).found(before.finding()),
                    Deed.AGREED,
                    "",
                    Caller.NOBODY);
        });
    }

    /** Whoever complained asks that somebody else looks at it once more, and says why; refused after the time for it, and the third time. */
    @Transactional
    public void again(String number, String secret, String why) {
        standing.houseDoes(() -> {
            var before = require(number, secret);
            if (before.again() >= ComplaintRules.LOOKS_AGAIN || ledger.today().isAfter(until(before))) {
                throw ComplaintRefusal.NOT_NOW.because(before.number());
            }
            ledger.move(
                    before,
                    before.to(State.ASKED_AGAIN, ledger.now(), ledger.due(ComplaintStore.Limit.DECIDE))
                            .onceMore(),
                    Deed.ASKED_AGAIN,
                    ComplaintRules.said(why, ComplaintRules.WORDS),
                    Caller.NOBODY);
        });
    }

    private Complaint require(String number, String secret) {
        wall.openForTheHouse();
        var found = store.byNumber(tidy(number)).orElse(null);
        if (found == null
                || !MessageDigest.isEqual(
                        receiving.secret(found).getBytes(StandardCharsets.UTF_8),
                        tidy(secret).getBytes(StandardCharsets.UTF_8))) {
            throw ComplaintRefusal.NOT_TO_BE_FOLLOWED.because();
        }
        return found;
    }

    /** As it is read aloud and written down: small letters, in groups, and those that look like digits. */
    private static String tidy(String written) {
        return written.replaceAll("\\s+", "")
                .toUpperCase(Locale.ROOT)
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1')
                .replace('—', '-')
                .replace('－', '-');
    }

    private LocalDate until(Complaint complaint) {
        var since = LocalDate.ofInstant(complaint.since(), CountyTime.ZONE);
        return since.plusDays(store.days(ComplaintStore.Limit.AGAIN, since));
    }

    /** What became of it. {@code again} says whether another look may be asked for, until {@code againUntil}. */
    public record Followed(Complaint complaint, String words, List<Step> steps, boolean again, LocalDate againUntil) {}
}
