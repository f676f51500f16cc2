package lianxin.record;

import java.io.UncheckedIOException;
import lianxin.ledger.Broken;
import lianxin.scope.Standing;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Keeps the sequencer and the witnesses going by the clock. What goes wrong is remembered until it has gone well again, for all to see. */
@Component
class Pulse {

    private static final Logger LOG = LoggerFactory.getLogger(Pulse.class);

    private final Sequencer sequencer;
    private final Witnesses witnesses;

    private final Standing standing;

    private volatile @Nullable String trouble;

    Pulse(Sequencer sequencer, Witnesses witnesses, Standing standing) {
        this.sequencer = sequencer;
        this.witnesses = witnesses;
        this.standing = standing;
    }

    @Scheduled(fixedDelayString = "#{@'lianxin.record-lianxin.record.RecordSettings'.every().toMillis()}")
    void beat() {
        try {
            standing.houseDoes(sequencer::catchUp);
            trouble = null;
        } catch (Broken e) {
            trouble = e.reason();
            LOG.error("The record is not signed: {}", e.getMessage());
            return;
        } catch (UncheckedIOException e) {
            trouble = "disk";
            LOG.error("The record is not signed, the folder of the keys cannot be used: {}", e.getMessage());
            return;
        } catch (DataAccessException | TransactionException e) {
            trouble = "database";
            LOG.warn("The record could not be signed this time: {}", e.getMessage());
            return;
        }
        witnesses.show();
    }

    /** What hinders the signing now, as a word; null when nothing does. */
    @Nullable
    String trouble() {
        return trouble;
    }
}
