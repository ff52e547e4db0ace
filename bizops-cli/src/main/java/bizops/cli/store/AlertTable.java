package bizops.cli.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** What is known to be wrong: of it nobody is told twice. Stateless. */
public final class AlertTable {
    private static final String OPEN =
            "SELECT key, sent_at IS NOT NULL AS sent FROM bizops.alert" + " WHERE environment = ? AND pipeline = ?";
    private static final String NOTE = "INSERT INTO bizops.alert (environment, pipeline, key, kind, line, sent_at)"
            + " VALUES (?, ?, ?, ?, ?, CASE WHEN ? THEN clock_timestamp() END)"
            + " ON CONFLICT (environment, pipeline, key) DO UPDATE"
            + " SET line = excluded.line, sent_at = coalesce(alert.sent_at, excluded.sent_at)";
    private static final String FORGET =
            "DELETE FROM bizops.alert WHERE environment = ? AND pipeline = ? AND key = ANY (?)";

    private AlertTable() {}

    /** Whose findings they are. Immutable. */
    public record Owner(String environment, String pipeline) {}

    /** The keys of all that is known, and whether the hook took it. */
    public static Map<String, Boolean> open(Store store, Owner owner) {
        return store.ask(open -> {
            Map<String, Boolean> known = new HashMap<>();
            try (PreparedStatement query = open.prepareStatement(OPEN)) {
                query.setString(1, owner.environment());
                query.setString(2, owner.pipeline());
                try (ResultSet row = query.executeQuery()) {
                    while (row.next()) {
                        known.put(row.getString("key"), row.getBoolean("sent"));
                    }
                }
            }
            return known;
        });
    }

    /** Remembers one. */
    public static void note(Store store, Owner owner, String key, String kind, String line, boolean sent) {
        boolean unused = store.ask(open -> {
            try (PreparedStatement insert = open.prepareStatement(NOTE)) {
                insert.setString(1, owner.environment());
                insert.setString(2, owner.pipeline());
                insert.setString(3, key);
                insert.setString(4, kind);
                insert.setString(5, line);
                insert.setBoolean(6, sent);
                return insert.executeUpdate() > 0;
            }
        });
    }

    /** Forgets those that are gone. */
    public static void forget(Store store, Owner owner, Collection<String> keys) {
        boolean unused = store.ask(open -> {
            try (PreparedStatement delete = open.prepareStatement(FORGET)) {
                delete.setString(1, owner.environment());
                delete.setString(2, owner.pipeline());
                delete.setArray(3, open.createArrayOf("text", keys.toArray()));
                return delete.executeUpdate() > 0;
            }
        });
    }
}
