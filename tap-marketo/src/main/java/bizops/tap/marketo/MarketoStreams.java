package bizops.tap.marketo;

import bizops.singer.tap.Stream;
import bizops.tap.marketo.activities.ActivityFeed;
import bizops.tap.marketo.activities.ActivityStream;
import bizops.tap.marketo.activities.AllActivities;
import bizops.tap.marketo.activities.LeadMerges;
import bizops.tap.marketo.activities.TypedActivities;
import bizops.tap.marketo.assets.AssetStreams;
import bizops.tap.marketo.discover.ActivityType;
import bizops.tap.marketo.discover.Describer;
import bizops.tap.marketo.leads.DeletedLeadStream;
import bizops.tap.marketo.leads.LeadStream;
import bizops.tap.marketo.programs.DetailStream;
import bizops.tap.marketo.programs.MemberStream;
import bizops.tap.marketo.programs.ProgramDetails;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** The instance's streams. Only those are described that are wanted. Owned by the run's thread. */
final class MarketoStreams {
    private static final String TYPED = "activities";

    private final MarketoConfig config;
    private final MarketoClient client;
    private final Describer describer;
    private final ActivityFeed feed;

    MarketoStreams(MarketoConfig config, MarketoClient client, ActivityFeed feed) {
        this.config = config;
        this.client = client;
        this.feed = feed;
        this.describer = new Describer(client.rest(), config.types());
    }

    /** The streams that {@code wanted} names, as far as the API user may see them. */
    List<Stream> of(Predicate<String> wanted, boolean anyActivities) {
        List<Stream> streams = new ArrayList<>();
        if (wanted.test("leads")) {
            describer
                    .leads()
                    .map(fields -> new LeadStream(
                            client.rest(),
                            client.exports(),
                            fields,
                            config.lookback(),
                            config.largestWindow(),
                            config.fullResync()))
                    .ifPresent(streams::add);
        }
        streams.add(new DeletedLeadStream(client.rest()));
        if (anyActivities) {
            describer.activityTypes().ifPresent(types -> streams.addAll(activities(types)));
        }
        streams.addAll(AssetStreams.over(client.rest()));
        ProgramDetails details = new ProgramDetails(client.rest());
        streams.add(DetailStream.costs(details));
        streams.add(DetailStream.tags(details));
        if (wanted.test("program_members")) {
            describer
                    .members()
                    .map(fields -> new MemberStream(
                            client.rest(), client.exports(), fields, config.lookback(), config.largestWindow()))
                    .ifPresent(streams::add);
        }
        streams.removeIf(stream -> !wanted.test(stream.id()));
        return streams;
    }

    /** Whether a stream comes from activities. */
    static boolean isActivity(String id) {
        return id.startsWith(TYPED) || id.equals("lead_merges");
    }

    private List<ActivityStream> activities(List<ActivityType> types) {
        List<ActivityType> exportable = types.stream()
                .filter(type -> type.id() != ActivityType.DELETE_LEAD)
                .toList();
        Set<Integer> all = new TreeSet<>(config.activityTypes());
        if (all.isEmpty()) {
            exportable.forEach(type -> all.add(type.id()));
        }
        List<ActivityStream> streams = new ArrayList<>();
        streams.add(new AllActivities(feed, all));
        streams.add(new LeadMerges(feed));
        Set<String> taken = new HashSet<>(Set.of("activities", "activity_types"));
        for (ActivityType type : exportable) {
            String id = TypedActivities.idOf(type);
            String free = taken.add(id) ? id : id + "_" + type.id();
            streams.add(new TypedActivities(feed, free, type, config.types()));
        }
        return streams;
    }
}
