package bizops.tap.zuora;

import bizops.singer.catalog.StreamSchema;
import bizops.singer.tap.CountSpan;
import bizops.singer.tap.CountingStream;
import bizops.singer.tap.RowOrder;
import bizops.singer.tap.SyncContext;
import bizops.singer.tap.Totals;
import bizops.tap.zuora.count.ObjectCount;
import bizops.tap.zuora.discover.ObjectDescription;
import bizops.tap.zuora.read.StreamReads;
import bizops.tap.zuora.rest.ApiException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One object of the tenant as a stream. Owned by the run's thread. */
final class ZuoraStream implements CountingStream {
    private final ObjectDescription object;
    private final StreamSchema schema;
    private final boolean marksDeletions;
    private final ObjectCount counts;
    private final Duration settle;
    private @Nullable StreamReads reads;

    /** @param settle how late a transaction may commit */
    ZuoraStream(
            ObjectDescription object,
            StreamSchema schema,
            boolean marksDeletions,
            ObjectCount counts,
            Duration settle) {
        this.object = object;
        this.schema = schema;
        this.marksDeletions = marksDeletions;
        this.counts = counts;
        this.settle = settle;
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

    /** Zuora has rows that were never stamped, and a page of the whole object brings them too. */
    @Override
    public boolean replicationKeyHasGaps() {
        return true;
    }

    @Override
    public RowOrder order() {
        return RowOrder.WINDOWS;
    }

    @Override
    public boolean marksDeletions() {
        return marksDeletions;
    }

    /** As far back as the next run's window begins. */
    @Override
    public Duration unsettled() {
        return settle;
    }

    @Override
    public Set<String> changed(CountSpan span, int most) {
        try {
            return counts.changed(span, most);
        } catch (ApiException refused) {
            throw refused.forUser("stream \"" + id() + "\"");
        }
    }

    @Override
    public Totals count(CountSpan span) {
        try {
            return counts.count(span);
        } catch (ApiException refused) {
            throw refused.forUser("stream \"" + id() + "\"");
        }
    }

    @Override
    public void sync(SyncContext sync) {
        if (reads == null) {
            throw new IllegalStateException("stream \"" + id() + "\" was not planned");
        }
        reads.read(id());
    }
}
