package bizops.tap.salesforce;

import bizops.singer.catalog.ReplicationMethod;
import bizops.singer.catalog.StreamSchema;
import bizops.singer.tap.CannotCountException;
import bizops.singer.tap.CountSpan;
import bizops.singer.tap.CountingStream;
import bizops.singer.tap.RowOrder;
import bizops.singer.tap.SyncContext;
import bizops.singer.tap.Totals;
import bizops.tap.salesforce.discover.FieldSchemas;
import bizops.tap.salesforce.discover.Keys;
import bizops.tap.salesforce.discover.ObjectDescription;
import bizops.tap.salesforce.rest.ApiException;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** One object of the organisation as a stream. Owned by the run's thread. */
final class SalesforceStream implements CountingStream {
    private static final Duration DAY = Duration.ofDays(1);

    private final ObjectDescription object;
    private final Keys keys;
    private final StreamSchema schema;
    private final SalesforceClient client;

    SalesforceStream(ObjectDescription object, Keys keys, FieldSchemas schemas, SalesforceClient client) {
        this.object = object;
        this.keys = keys;
        this.schema = schemas.of(object, keys);
        this.client = client;
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
        return List.of(keys.id());
    }

    @Override
    public List<String> replicationKeys() {
        return keys.stamps();
    }

    @Override
    public RowOrder order() {
        return RowOrder.WINDOWS;
    }

    /** Only objects that getDeleted knows; the poll is part of incremental reads. */
    @Override
    public boolean marksDeletions() {
        return object.replicateable() && !keys.stamps().isEmpty();
    }

    /** As far back as an incremental read looks; stamps that people can set reach further. */
    @Override
    public Duration unsettled() {
        boolean settable = !keys.stamps().isEmpty() && !keys.stamps().get(0).equals("SystemModstamp");
        return settable && client.lookback().compareTo(DAY) < 0 ? DAY : client.lookback();
    }

    @Override
    public Set<String> changed(CountSpan span, int most) {
        try {
            return new ObjectCount(object, keys, client).changed(span, most);
        } catch (ApiException refused) {
            throw refused.forUser("stream \"" + object.name() + "\"");
        }
    }

    @Override
    public Totals count(CountSpan span) throws CannotCountException {
        try {
            return new ObjectCount(object, keys, client).count(span);
        } catch (ApiException refused) {
            throw refused.forUser("stream \"" + object.name() + "\"");
        }
    }

    @Override
    public void sync(SyncContext sync) {
        try {
            if (sync.method() == ReplicationMethod.FULL_TABLE) {
                new FullRead(object, keys, client, sync).run();
            } else {
                new IncrementalRead(object, keys, client, sync).run();
            }
        } catch (ApiException refused) {
            throw refused.forUser("stream \"" + object.name() + "\"");
        }
    }
}
