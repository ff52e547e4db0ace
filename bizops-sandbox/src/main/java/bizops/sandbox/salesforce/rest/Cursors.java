package bizops.sandbox.salesforce.rest;

import bizops.sandbox.salesforce.data.RecordId;
import bizops.sandbox.salesforce.soql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Open queries. Each belongs to the session that made it and lives for two days; it keeps the ids found at its start
 * and reads the rows when a page is asked for. Owned by the org's lock.
 */
final class Cursors {
    private static final Duration LIFE = Duration.ofDays(2);

    record Cursor(
            String locator, Session session, Statement statement, List<String> ids, int pageSize, Instant opened) {}

    private final Map<String, Cursor> open = new HashMap<>();
    private long opened;

    Cursor open(Session session, Statement statement, List<String> ids, int pageSize, Instant now) {
        String locator = RecordId.of("0r8", "xx", 3_000_000_000L + ++opened * 7919);
        Cursor cursor = new Cursor(locator, session, statement, ids, pageSize, now);
        open.put(locator, cursor);
        return cursor;
    }

    /** The query behind a locator, whoever asks. */
    @Nullable
    Cursor find(String locator) {
        return open.get(locator);
    }

    /** The query behind a locator, for the session that made it. */
    Cursor of(String locator, Session session, Instant now) {
        Cursor cursor = open.get(locator);
        if (cursor == null
                || !cursor.session().equals(session)
                || cursor.opened().plus(LIFE).isBefore(now)) {
            throw invalid();
        }
        return cursor;
    }

    void close(Cursor cursor) {
        open.remove(cursor.locator());
    }

    static ApiException invalid() {
        return new ApiException(400, "INVALID_QUERY_LOCATOR", "invalid query locator");
    }
}
