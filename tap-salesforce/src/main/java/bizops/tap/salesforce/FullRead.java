package bizops.tap.salesforce;

import bizops.singer.tap.SyncContext;
import bizops.tap.salesforce.discover.FieldDescription;
import bizops.tap.salesforce.discover.Keys;
import bizops.tap.salesforce.discover.ObjectDescription;
import bizops.tap.salesforce.fetch.Chunk;
import bizops.tap.salesforce.fetch.RowFeed;
import bizops.tap.salesforce.query.Position;
import bizops.tap.salesforce.query.RowQuery;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads every row of an object in order of the identifier, and goes on where an interrupted read stopped. */
final class FullRead {
    private static final Logger LOG = LoggerFactory.getLogger(FullRead.class);

    private final ObjectDescription object;
    private final Keys keys;
    private final SalesforceClient client;
    private final SyncContext sync;
    private long sent;
    private long live;

    FullRead(ObjectDescription object, Keys keys, SalesforceClient client, SyncContext sync) {
        this.object = object;
        this.keys = keys;
        this.client = client;
        this.sync = sync;
    }

    void run() {
        SavedPosition saved = SavedPosition.of(sync.position());
        boolean ordered = Keys.ordered(object, keys.id());
        Optional<Position> after =
                ordered ? saved.last().filter(last -> last.stamp().isEmpty()) : Optional.empty();
        SelectedFields selected = new SelectedFields(object, client.describer(), List.of(keys.id()));
        List<FieldDescription> fields = selected.of(sync.selected());
        RowQuery query = new RowQuery(
                object.name(),
                fields.stream().map(FieldDescription::name).toList(),
                keys.id(),
                Optional.empty(),
                Optional.empty(),
                after,
                Optional.empty(),
                ordered);
        LOG.info(
                "stream \"{}\": reading the whole table{}",
                object.name(),
                after.map(last -> " behind " + last.id()).orElse(""));
        try (RowFeed rows = client.rows(object, query, fields, selected, saved.job())) {
            for (Optional<Chunk> chunk = rows.next(); chunk.isPresent(); chunk = rows.next()) {
                sync.extractedAt(client.serverTime());
                chunk.get().rows().forEach(this::write);
                keep(chunk.get());
            }
            RepairedValues.warn(object.name(), rows);
        }
        LOG.info("stream \"{}\": {} rows sent", object.name(), sent);
        if (after.isEmpty() && saved.job().isEmpty()) {
            RowCheck.warn(object.name(), live, client.counts());
        }
    }

    private void write(Map<String, @Nullable Object> row) {
        sync.write(row);
        sent++;
        live += RowCheck.isLive(row) ? 1 : 0;
    }

    private void keep(Chunk chunk) {
        chunk.position()
                .ifPresent(last -> sync.savePosition(SavedPosition.inTable(last).json()));
        chunk.job()
                .ifPresent(job -> JobKeeper.keep(sync, SavedPosition.inJob(job, Optional.empty(), Optional.empty())));
    }
}
