package lianxin.mediation;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Opens the room’s own wall for the rest of a transaction. Shut, which it is for everybody who does not pass here, there is no row in any of its tables:
 * not for an office above, not for a job that stands as the house.
 */
@Component
class Wall {

    private final JdbcClient sql;

    Wall(JdbcClient sql) {
        this.sql = sql;
    }

    /** For the matters this account mediates, and those of the desk it is. */
    void openFor(UUID account) {
        open(account.toString());
    }

    /** For the room itself: noting a clue for a desk that is not one’s own, sealing anew. */
    void openForTheHouse() {
        open("house");
    }

    void shut() {
        open("");
    }

    private void open(String reader) {
        sql.sql("select set_config('mediation.reader', :reader, true)")
                .param("reader", reader)
                .query(String.class)
                .single();
    }
}
