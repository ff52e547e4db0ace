package bizops.tap.salesforce;

import bizops.singer.catalog.ReplicationMethod;
import bizops.singer.catalog.StreamSchema;
import bizops.singer.tap.RowOrder;
import bizops.singer.tap.Stream;
import bizops.singer.tap.SyncContext;
import bizops.tap.salesforce.discover.FieldSchemas;
import bizops.tap.salesforce.discover.Keys;
import bizops.tap.salesforce.discover.ObjectDescription;
import bizops.tap.salesforce.rest.ApiException;
import java.util.List;

/** One object of the organisation as a stream. Owned by the run's thread. */
final class SalesforceStream implements Stream {
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
