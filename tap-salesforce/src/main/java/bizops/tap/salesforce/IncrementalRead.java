package bizops.tap.salesforce;

import bizops.singer.state.ReplicationValue;
import bizops.singer.tap.SyncContext;
import bizops.tap.salesforce.discover.FieldDescription;
import bizops.tap.salesforce.discover.Keys;
import bizops.tap.salesforce.discover.ObjectDescription;
import bizops.tap.salesforce.fetch.Chunk;
import bizops.tap.salesforce.fetch.RowSource;
import bizops.tap.salesforce.query.Position;
import bizops.tap.salesforce.query.RowQuery;
import bizops.tap.salesforce.query.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads what changed in one half-open window, from a little before the bookmark up to where stamps are sure to be
 * complete, and then sets the bookmark to the window's end, rows or not.
 */
final class IncrementalRead {
    private static final Logger LOG = LoggerFactory.getLogger(IncrementalRead.class);
    private static final Duration DAY = Duration.ofDays(1);

    private final ObjectDescription object;
    private final Keys keys;
    private final SalesforceClient client;
    private final SyncContext sync;
    private final String key;
    private final Optional<Instant> bookmark;
    private final SavedPosition saved;
    private long sent;
    private long sentAgain;

    IncrementalRead(ObjectDescription object, Keys keys, SalesforceClient client, SyncContext sync) {
        this.object = object;
        this.keys = keys;
        this.client = client;
        this.sync = sync;
        this.key = sync.replicationKey().orElseThrow();
        this.bookmark = sync.bookmark().at().map(ReplicationValue::instant);
        this.saved = SavedPosition.of(sync.position());
    }

    void run() {
        Instant end = client.upperBound().of(object.name(), object.replicateable());
        if (bookmark.isPresent() && !end.isAfter(bookmark.get())) {
            LOG.info(
                    "stream \"{}\": stamps are complete up to {} only, which the bookmark {} already covers; left alone",
                    object.name(),
                    end,
                    bookmark.get());
            return;
        }
        Optional<Instant> deletionsUntil = new DeletionPoll(object, keys, client, sync).run(bookmark, saved);
        ResumePoint begin = ResumePoint.of(start(), saved, lookback());
        Window window = new Window(begin.lo(), end);
        LOG.info(
                "stream \"{}\": reading {} in {}{}",
                object.name(),
                key,
                window,
                begin.after().map(last -> " behind " + last.id()).orElse(""));
        if (!window.isEmpty()) {
            read(window, begin.after(), deletionsUntil);
        }
        sync.advanceTo(end);
        sync.savePosition(new SavedPosition(Optional.empty(), Optional.empty(), deletionsUntil).json());
        LOG.info(
                "stream \"{}\": {} rows sent, {} of them again because they lie before the bookmark",
                object.name(),
                sent,
                sentAgain);
    }

    private void read(Window window, Optional<Position> after, Optional<Instant> deletionsUntil) {
        boolean ordered = Keys.ordered(object, key) && Keys.ordered(object, keys.id());
        SelectedFields selected = new SelectedFields(object, client.describer(), List.of(keys.id(), key));
        List<FieldDescription> fields = selected.of(sync.selected());
        RowQuery query = new RowQuery(
                object.name(),
                fields.stream().map(FieldDescription::name).toList(),
                keys.id(),
                Optional.of(key),
                Optional.of(window),
                ordered ? after : Optional.empty(),
                Optional.empty(),
                ordered);
        RowSource rows = client.rows(object, query, fields, selected);
        for (Optional<Chunk> chunk = rows.next(); chunk.isPresent(); chunk = rows.next()) {
            sync.extractedAt(client.serverTime());
            chunk.get().rows().forEach(this::write);
            keep(chunk.get(), window, deletionsUntil);
        }
        RepairedValues.warn(object.name(), rows);
    }

    private void write(Map<String, @Nullable Object> row) {
        sync.write(row);
        sent++;
        if (bookmark.isPresent() && row.get(key) instanceof Instant stamp && stamp.isBefore(bookmark.get())) {
            sentAgain++;
        }
    }

    /** A part of the window that is complete moves the bookmark; otherwise the last row is remembered. */
    private void keep(Chunk chunk, Window window, Optional<Instant> deletionsUntil) {
        if (chunk.closedUpTo().isPresent()) {
            if (bookmark.isEmpty() || chunk.closedUpTo().get().isAfter(bookmark.get())) {
                sync.advanceTo(chunk.closedUpTo().get());
            }
            sync.savePosition(new SavedPosition(Optional.empty(), Optional.empty(), deletionsUntil).json());
        } else if (chunk.position().isPresent()) {
            sync.savePosition(new SavedPosition(chunk.position(), Optional.of(window.hi()), deletionsUntil).json());
        }
    }

    /**
     * The bookmark less the look-back, but not before the start date. Without both, the beginning: the system's own
     * stamp cannot be older than the service, while migrations set the others to any past, which has no first day.
     */
    private Optional<Instant> start() {
        Optional<Instant> back = bookmark.map(at -> at.minus(lookback()));
        Optional<Instant> startDate = sync.startDate();
        if (back.isPresent() && startDate.isPresent()) {
            return startDate.get().isAfter(back.get()) ? startDate : back;
        }
        return back.or(() -> startDate)
                .or(() -> key.equals("SystemModstamp") ? Optional.of(Window.BEGINNING) : Optional.empty());
    }

    /** Stamps that people and migrations can set reach further back. */
    private Duration lookback() {
        boolean settable = key.equals("CreatedDate") || key.equals("LoginTime");
        return settable && client.lookback().compareTo(DAY) < 0 ? DAY : client.lookback();
    }
}
