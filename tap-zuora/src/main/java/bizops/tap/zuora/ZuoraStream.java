package bizops.tap.zuora;

import bizops.singer.catalog.StreamSchema;
import bizops.singer.tap.RowOrder;
import bizops.singer.tap.Stream;
import bizops.singer.tap.SyncContext;
import bizops.tap.zuora.discover.ObjectDescription;
import bizops.tap.zuora.read.StreamReads;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One object of the tenant as a stream. Owned by the run's thread. */
final class ZuoraStream implements Stream {
    private final ObjectDescription object;
    private final StreamSchema schema;
    private final boolean marksDeletions;
    private @Nullable StreamReads reads;

    ZuoraStream(ObjectDescription object, StreamSchema schema, boolean marksDeletions) {
        this.object = object;
        this.schema = schema;
        this.marksDeletions = marksDeletions;
    }

    ObjectDescription object() {
        return object;
    }

    /** The run's reads, among which this stream was planned. */
    void plannedIn(StreamReads planned) {
        reads = planned;
    }

    @Override
    public String id() {
        return object.name();
    }

    @Override
    public StreamSchema schema() {
        return schema;
    }

    @Override
    public List<String> key() {
        return List.of(ObjectDescription.ID);
    }

    @Override
    public List<String> replicationKeys() {
        return object.cursor().stream().toList();
    }

    @Override
    public RowOrder order() {
        return RowOrder.WINDOWS;
    }

    @Override
    public boolean marksDeletions() {
        return marksDeletions;
    }

    @Override
    public void sync(SyncContext sync) {
        if (reads == null) {
            throw new IllegalStateException("stream \"" + id() + "\" was not planned");
        }
        reads.read(id());
    }
}
