package bizops.singer.tap;

import bizops.singer.catalog.PropertySchema;
import bizops.singer.catalog.StreamSchema;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A stream with an {@code id}, a text {@code note} and a point in time {@code at}, read by a given body. */
final class TestStream implements Stream {
    private final String id;
    private final Body body;
    private List<String> replicationKeys = List.of();
    private RowOrder order = RowOrder.UNSORTED;
    private Duration lag = Duration.ZERO;
    private boolean marksDeletions;
    private PropertySchema at = PropertySchema.dateTime();

    TestStream(String id, Body body) {
        this.id = id;
        this.body = body;
    }

    interface Body {
        void sync(SyncContext sync) throws Exception;
    }

    TestStream incremental(RowOrder by) {
        replicationKeys = List.of("at");
        order = by;
        return this;
    }

    TestStream lag(Duration late) {
        lag = late;
        return this;
    }

    TestStream marksDeletions(boolean marks) {
        marksDeletions = marks;
        return this;
    }

    TestStream at(PropertySchema schema) {
        at = schema;
        return this;
    }

    static Map<String, @Nullable Object> row(int id, @Nullable Object at) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("id", id);
        row.put("note", "n" + id);
        row.put("at", at);
        return row;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public StreamSchema schema() {
        return StreamSchema.of("id", PropertySchema.integer())
                .field("note", PropertySchema.string())
                .field("at", at);
    }

    @Override
    public List<String> key() {
        return List.of("id");
    }

    @Override
    public List<String> replicationKeys() {
        return replicationKeys;
    }

    @Override
    public RowOrder order() {
        return order;
    }

    @Override
    public Duration lag() {
        return lag;
    }

    @Override
    public boolean marksDeletions() {
        return marksDeletions;
    }

    @Override
    public void sync(SyncContext sync) throws Exception {
        body.sync(sync);
    }
}
