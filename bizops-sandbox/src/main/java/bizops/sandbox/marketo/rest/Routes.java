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
        DescribeEndpoint describe = new DescribeEndpoint(instance, faults);
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
        routes.addAll(people(instance, faults));
        routes.addAll(new AssetsEndpoint(instance, faults).routes());
        return List.copyOf(routes);
    }

    private static List<Route> people(Instance instance, Faults faults) {
        ActivitiesEndpoint activities = new ActivitiesEndpoint(instance, faults);
        LeadsEndpoint leads = new LeadsEndpoint(instance, faults);
        ListsEndpoint lists = new ListsEndpoint(instance, faults);
        MembersEndpoint members = new MembersEndpoint(instance, faults);
        return List.of(
                Route.get("/rest/v1/activities/pagingtoken.json", "activities", activities::pagingToken),
                Route.get("/rest/v1/activities.json", "activities", activities::activities),
                Route.get("/rest/v1/activities/leadchanges.json", "leadchanges", activities::leadChanges),
                Route.get("/rest/v1/activities/deletedleads.json", "deletedleads", activities::deletedLeads),
                Route.get("/rest/v1/leads.json", "leads", leads::byFilter),
                Route.get("/rest/v1/lead/{}.json", "leads", leads::byId),
                Route.get("/rest/v1/lists/{}/leads.json", "leads", leads::ofList),
                Route.get("/rest/v1/list/{}/leads.json", "leads", leads::ofList),
                Route.get("/rest/v1/leads/programs/{}.json", "leads", leads::ofProgram),
                Route.get("/rest/v1/lists.json", "lists", lists::lists),
                Route.get("/rest/v1/lists/{}.json", "lists", lists::list),
                Route.get("/rest/v1/campaigns.json", "campaigns", lists::campaigns),
                Route.get("/rest/v1/campaigns/{}.json", "campaigns", lists::campaign),
                Route.get("/rest/v1/programs/members/describe.json", "members", members::describe),
                Route.get("/rest/v1/programs/{}/members.json", "members", members::members));
    }
}
