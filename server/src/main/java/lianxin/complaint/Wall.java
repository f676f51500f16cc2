package lianxin.complaint;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Opens the room’s own wall for the rest of a transaction. Shut, there is no row in any of its tables for anybody. */
@Component
class Wall {

    private final JdbcClient sql;

    Wall(JdbcClient sql) {
        this.sql = sql;
    }

    /** For the complaints of the ground, but those about the account’s person, or a unit he has to do with. */
    void openFor(UUID account) {
        open(account.toString());
    }

    /** For the room itself: while something is received or followed, or sealed anew. */
    void openForTheHouse() {
        open("house");
    }

    private void open(String reader) {
        sql.sql("select set_config('complaint.reader', :reader, true)")
                .param("reader", reader)
                .query(String.class)
                .single();
    }
}
