package bizops.target.connect;

import bizops.singer.config.Secret;
import bizops.singer.warehouse.tls.Tls;
import java.time.Duration;
import java.util.Optional;

/**
 * Where the database is and how to reach it. Immutable.
 *
 * @param patience how long an unreachable server, a lock or a broken connection is tried again in all
 */
public record ConnectionSettings(
        String host,
        int port,
        String database,
        String user,
        Optional<Secret> password,
        String applicationName,
        Tls tls,
        Duration patience) {

    /** For messages. */
    String place() {
        return host + ":" + port;
    }
}
