package bizops.tap.salesforce;

import bizops.tap.salesforce.discover.FieldSchemas;
import bizops.tap.salesforce.discover.Inventory;
import bizops.tap.salesforce.discover.Keys;
import bizops.tap.salesforce.discover.ObjectDescription;
import java.util.ArrayList;
import java.util.List;

/** The organisation's objects as streams, in order of their names. Owned by the run's thread. */
final class SalesforceStreams {
    private final SalesforceClient client;
    private final FieldSchemas schemas;

    SalesforceStreams(SalesforceClient client, boolean selectFieldsByDefault) {
        this.client = client;
        this.schemas = new FieldSchemas(selectFieldsByDefault);
    }

    /** A stream for each of those objects, or for every object that can be one if {@code wanted} is empty. */
    List<SalesforceStream> of(List<String> wanted) {
        List<SalesforceStream> streams = new ArrayList<>();
        for (ObjectDescription object : new Inventory(client.describer()).objects(wanted)) {
            Keys.of(object).ifPresent(keys -> streams.add(new SalesforceStream(object, keys, schemas, client)));
        }
        return streams;
    }
}
