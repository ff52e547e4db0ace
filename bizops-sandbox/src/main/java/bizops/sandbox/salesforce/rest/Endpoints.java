package bizops.sandbox.salesforce.rest;

import bizops.sandbox.fault.Faults;
import bizops.sandbox.salesforce.data.Org;

/** Everything that answers below {@code /services/data/vX} and {@code /services/async}. */
record Endpoints(
        QueryEndpoint query,
        DescribeEndpoint describe,
        ReplicationEndpoint replication,
        LimitsEndpoint limits,
        RecordEndpoint record,
        CollectionEndpoint collection,
        BulkQueryEndpoint bulk,
        AsyncEndpoint async) {

    static Endpoints over(Org org, Faults faults, Cursors cursors) {
        Hiding access = new Hiding(org.schema(), faults);
        BulkQueryEndpoint bulk = new BulkQueryEndpoint(org, access, faults);
        AsyncEndpoint async = new AsyncEndpoint(org, access, faults);
        RecordEndpoint record = new RecordEndpoint(org, access);
        return new Endpoints(
                new QueryEndpoint(org, access, faults, cursors),
                new DescribeEndpoint(org.schema(), access),
                new ReplicationEndpoint(org, faults),
                new LimitsEndpoint(org, access, bulk::createdInADay, async::batchesInADay),
                record,
                new CollectionEndpoint(record),
                bulk,
                async);
    }
}
