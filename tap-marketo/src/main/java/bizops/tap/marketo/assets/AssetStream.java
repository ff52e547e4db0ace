package bizops.tap.marketo.assets;

import bizops.singer.catalog.ReplicationMethod;
import bizops.singer.catalog.StreamSchema;
import bizops.singer.tap.RowOrder;
import bizops.singer.tap.SyncContext;
import bizops.tap.marketo.convert.Stamps;
import bizops.tap.marketo.rest.Rest;
import bizops.tap.marketo.stream.MarketoStream;
import bizops.tap.marketo.window.Lookback;
import bizops.tap.marketo.window.Position;
import bizops.tap.marketo.window.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One kind of asset as a stream. Owned by the run's thread. */
final class AssetStream implements MarketoStream {
    /** Far enough that a row which changes while pages are read does not leave them. */
    private static final Duration AHEAD = Duration.ofDays(1);

    private static final Lookback AN_HOUR = new Lookback(Optional.of(Duration.ofHours(1)));

    private final Rest rest;
    private final Asset asset;

    AssetStream(Rest rest, Asset asset) {
        this.rest = rest;
        this.asset = asset;
    }

    @Override
    public String id() {
        return asset.stream();
    }

    @Override
    public StreamSchema schema() {
        return asset.shape().schema();
    }

    @Override
    public List<String> key() {
        return List.of(asset.key());
    }

    @Override
    public List<String> replicationKeys() {
        return asset.changes() == Asset.Changes.NONE ? List.of() : List.of("updatedAt");
    }

    @Override
    public List<ReplicationMethod> methods() {
        return List.of(
                asset.changes() == Asset.Changes.NONE ? ReplicationMethod.FULL_TABLE : ReplicationMethod.INCREMENTAL);
    }

    @Override
    public RowOrder order() {
        return asset.changes() == Asset.Changes.NONE ? RowOrder.UNSORTED : RowOrder.WINDOWS;
    }

    @Override
    public void read(SyncContext sync) {
        if (asset.changes() == Asset.Changes.NONE) {
            pages(Map.of(), json -> sync.write(asset.shape().row(id(), json)));
            return;
        }
        Position position = Position.of(sync);
        Instant now = rest.now();
        Span span = Span.whole(sync, position, AN_HOUR, now);
        if (asset.changes() == Asset.Changes.BY_TOKEN_PAGES) {
            new TokenPages(rest, asset.path(), Map.of()).read(json -> writeIfChanged(sync, json, span.start()));
        } else {
            pages(
                    Map.of(
                            "earliestUpdatedAt", Stamps.format(span.start()),
                            "latestUpdatedAt", Stamps.format(now.plus(AHEAD))),
                    json -> sync.write(asset.shape().row(id(), json)));
        }
        position.advanceTo(span.limit());
    }

    private void pages(Map<String, String> filter, JsonSink sink) {
        if (!asset.isPaged()) {
            rest.get(asset.path(), filter).result().forEach(sink::row);
            return;
        }
        if (asset.statuses().isEmpty()) {
            new AssetPages(rest, asset.path(), filter).read(sink);
            return;
        }
        for (String status : asset.statuses()) {
            Map<String, String> both = new LinkedHashMap<>(filter);
            both.put("status", status);
            new AssetPages(rest, asset.path(), both).read(sink);
        }
    }

    /** By the later of both stamps, for {@code updatedAt} can lie before {@code createdAt}; without any it is written. */
    private void writeIfChanged(SyncContext sync, Map<String, @Nullable Object> json, Instant since) {
        Map<String, @Nullable Object> row = asset.shape().row(id(), json);
        boolean old = isBefore(row.get("updatedAt"), since) && isBefore(row.get("createdAt"), since);
        if (!old) {
            sync.write(row);
        }
    }

    private static boolean isBefore(@Nullable Object stamp, Instant since) {
        return stamp instanceof Instant at && at.isBefore(since);
    }
}
