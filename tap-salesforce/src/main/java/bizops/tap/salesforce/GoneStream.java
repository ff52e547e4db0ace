package bizops.tap.salesforce;

import bizops.singer.catalog.PropertySchema;
import bizops.singer.catalog.StreamSchema;
import bizops.singer.error.RemoteException;
import bizops.singer.tap.RowOrder;
import bizops.singer.tap.Stream;
import bizops.singer.tap.SyncContext;
import java.util.List;

/**
 * A stream that a catalog selects and that Salesforce no longer shows: dropped, or hidden from the user. It fails by
 * itself when its turn comes, so that the others are read.
 */
final class GoneStream implements Stream {
    private static final List<String> STAMPS =
            List.of("SystemModstamp", "LastModifiedDate", "CreatedDate", "LoginTime");

    private final String object;

    GoneStream(String object) {
        this.object = object;
    }

    @Override
    public String id() {
        return object;
    }

    /** What nearly every object has; nothing is read by it. */
    @Override
    public StreamSchema schema() {
        StreamSchema schema = StreamSchema.of("Id", PropertySchema.string().notNull());
        for (String stamp : STAMPS) {
            schema = schema.field(stamp, PropertySchema.dateTime());
        }
        return schema;
    }

    @Override
    public List<String> key() {
        return List.of("Id");
    }

    @Override
    public List<String> replicationKeys() {
        return STAMPS;
    }

    @Override
    public RowOrder order() {
        return RowOrder.WINDOWS;
    }

    @Override
    public void sync(SyncContext sync) {
        throw RemoteException.permanent(
                "stream \"" + object
                        + "\": Salesforce does not show this object, or it cannot be read (the warning of its"
                        + " describe says why); grant the user read access to it, or deselect it",
                null);
    }
}
