package bizops.tap.salesforce;

import bizops.singer.state.ReplicationValue;
import bizops.singer.tap.SyncContext;
import bizops.tap.salesforce.discover.FieldDescription;
import bizops.tap.salesforce.discover.Keys;
import bizops.tap.salesforce.discover.ObjectDescription;
import bizops.tap.salesforce.fetch.Chunk;
import bizops.tap.salesforce.fetch.RowFeed;
import bizops.tap.salesforce.query.JobPosition;
import bizops.tap.salesforce.query.Position;
import bizops.tap.salesforce.query.RowQuery;
import bizops.tap.salesforce.query.Window;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Sends the rows whose stamps lie in a window, and counts them. Owned by the stream's thread. */
final class WindowRead {
    private final ObjectDescription object;
    private final Keys keys;
    private final SalesforceClient client;
    private final SyncContext sync;
    private final String key;
    private final Optional<Instant> bookmark;
    private long sent;
    private long sentAgain;
    private long live;

    WindowRead(ObjectDescription object, Keys keys, SalesforceClient client, SyncContext sync) {
        this.object = object;
        this.keys = keys;
        this.client = client;
        this.sync = sync;
        this.key = sync.replicationKey().orElseThrow();
        this.bookmark = sync.bookmark().at().map(ReplicationValue::instant);
    }

    /**
     * Reads in order of stamp and id where the object allows it.
     *
     * @param after the row to go on behind
     * @param job the job to go on with, of an interrupted run over the same window
     * @param sentChunk told of each chunk once its rows are sent
     */
    void read(Window window, Optional<Position> after, Optional<JobPosition> job, Consumer<Chunk> sentChunk) {
        boolean ordered = Keys.ordered(object, key) && Keys.ordered(object, keys.id());
        read(window, ordered ? after : Optional.empty(), job, ordered, sentChunk);
    }

    /**
     * Reads in any order, and from the start again when a page is lost: for windows that end in the future, where a row
     * that changes meanwhile would pass for the last one.
     */
    void readUnordered(Window window) {
        read(window, Optional.empty(), Optional.empty(), false, chunk -> {});
    }

    long sent() {
        return sent;
    }

    /** Rows that lie before the bookmark. */
    long sentAgain() {
        return sentAgain;
    }

    /** Rows that are in no bin. */
    long live() {
        return live;
    }

    private void read(
            Window window,
            Optional<Position> after,
            Optional<JobPosition> job,
            boolean ordered,
            Consumer<Chunk> sentChunk) {
        SelectedFields selected = new SelectedFields(object, client.describer(), List.of(keys.id(), key));
        List<FieldDescription> fields = selected.of(sync.selected());
        RowQuery query = new RowQuery(
                object.name(),
                fields.stream().map(FieldDescription::name).toList(),
                keys.id(),
                Optional.of(key),
                Optional.of(window),
                after,
                Optional.empty(),
                ordered);
        try (RowFeed rows = client.rows(object, query, fields, selected, job)) {
            for (Optional<Chunk> chunk = rows.next(); chunk.isPresent(); chunk = rows.next()) {
                sync.extractedAt(client.serverTime());
                chunk.get().rows().forEach(this::write);
                sentChunk.accept(chunk.get());
            }
            RepairedValues.warn(object.name(), rows);
        }
    }

    private void write(Map<String, @Nullable Object> row) {
        sync.write(row);
        sent++;
        live += RowCheck.isLive(row) ? 1 : 0;
        if (bookmark.isPresent() && row.get(key) instanceof Instant stamp && stamp.isBefore(bookmark.get())) {
            sentAgain++;
        }
    }
}
