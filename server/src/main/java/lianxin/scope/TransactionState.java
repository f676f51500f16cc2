package lianxin.scope;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.postgresql.core.BaseConnection;
import org.springframework.jdbc.datasource.DataSourceUtils;

/** Whether the transaction of this thread has failed, as the driver knows it. */
final class TransactionState {

    private TransactionState() {}

    static boolean failed(DataSource database) {
        var connection = DataSourceUtils.getConnection(database);
        try {
            return failed(connection);
        } catch (SQLException e) {
            return true; // a connection that cannot say is of no more use
        } finally {
            DataSourceUtils.releaseConnection(connection, database);
        }
    }

    private static boolean failed(Connection connection) throws SQLException {
        return connection.isClosed()
                || connection.unwrap(BaseConnection.class).getTransactionState()
                        == org.postgresql.core.TransactionState.FAILED;
    }
}
