package lianxin.record;

import java.util.List;
import lianxin.ledger.Verification;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The record for tests of other rooms: what waits gets its place and is signed, and a checker with nothing but the export looks at it. */
public final class RecordKept {

    private RecordKept() {}

    public static void catchUp(ApplicationContext house) {
        house.getBean(Sequencer.class).catchUp();
    }

    /** What the checker finds wrong. */
    public static List<String> faults(JdbcClient sql) {
        return RecordCast.verify(RecordCast.export(sql), new Verification(RecordCast.key(sql)))
                .faults();
    }
}
