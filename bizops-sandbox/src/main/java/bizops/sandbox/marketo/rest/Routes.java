package bizops.sandbox.marketo.rest;

import bizops.sandbox.fault.Faults;
import bizops.sandbox.marketo.bulk.BulkEndpoint;
import bizops.sandbox.marketo.data.Instance;
import bizops.sandbox.marketo.wire.Limits;
import bizops.sandbox.marketo.wire.Route;
import java.util.ArrayList;
import java.util.List;

/** All paths but identity's. */
final class Routes {
    private Routes() {}

    static List<Route> over(Instance instance, Faults faults, Limits limits, Meter meter) {
        List<Route> routes = new ArrayList<>(new BulkEndpoint(instance, faults, limits).routes());
        DescribeEndpoint describe = new DescribeEndpoint(instance);
        routes.add(Route.get("/rest/v1/leads/describe.json", "describe", describe::leads));
        routes.add(Route.get("/rest/v1/leads/describe2.json", "describe", describe::leads2));
        routes.add(Route.get("/rest/v1/leads/partitions.json", "partitions", describe::partitions));
        routes.add(Route.get("/rest/v1/activities/types.json", "activity_types", describe::activityTypes));
        routes.add(Route.get("/rest/v1/activities/external/types.json", "activity_types", describe::customTypes));
        StatsEndpoint stats = new StatsEndpoint(instance, meter);
        routes.add(Route.get("/rest/v1/stats/usage.json", "stats", stats::usage));
        routes.add(Route.get("/rest/v1/stats/usage/last7days.json", "stats", stats::usageOfWeek));
        routes.add(Route.get("/rest/v1/stats/errors.json", "stats", stats::errors));
        routes.add(Route.get("/rest/v1/stats/errors/last7days.json", "stats", stats::errorsOfWeek));
        return List.copyOf(routes);
    }
}
