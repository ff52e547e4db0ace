package bizops.singer.error;

import java.security.GeneralSecurityException;
import java.sql.SQLException;

/**
 * Tells a database with which this side cannot agree on TLS or on a password from one that is out of reach: both have
 * SQLSTATEs of a lost connection, and only the latter is worth trying again. Stateless.
 */
public final class RefusedConnection {
    private static final String REJECTED = "08004";

    /** The driver's class that looks at the names in a certificate; its own SQLSTATE is that of a lost connection. */
    private static final String HOST_VERIFIER = "PgjdbcHostnameVerifier";

    private RefusedConnection() {}

    /** Whether the same again will not help. */
    public static boolean is(SQLException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof GeneralSecurityException) {
                return true;
            }
        }
        return REJECTED.equals(failure.getSQLState())
                || String.valueOf(failure.getMessage()).contains(HOST_VERIFIER);
    }
}
