package bizops.dist.tapfaults;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Marketo's tables as their users join them. A lead that was deleted is named in {@code deleted_leads}, one that was merged
 * into another in {@code lead_merges}: activities and memberships that carry its id belong to the winner.
 *
 * <p>What no user can know is who has left a program. Its members are exported by what changed in them, by status or by
 * stream (section 4 of the vendor notes, "Filters"), the table of section 7 has no other way, and deletedleads tells of
 * leads alone: a membership that ends leaves its row in every warehouse. When its lead is merged afterwards, section 5 has the
 * memberships pointed to the winner, and the row becomes one of somebody who may never have been there. Therefore the
 * sandbox's departures are played back between the merges: such rows, and no others, are taken out. One that the source
 * has is none of them: somebody left, and then a merge brought the membership of another lead, which was loaded.
 */
final class MarketoTables {
    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
    private static final String LEAD = "leadid";
    private static final String ATTRIBUTES = "attributes";
    /** What the sandbox plants as an attribute that no type announces. */
    private static final String SURPRISE = "Surprise";

    /** By loser, in the order of the merges. */
    private final Map<String, String> winners = new LinkedHashMap<>();

    private final List<Event> events = new ArrayList<>();
    private final Set<String> deleted;
    /** Keys of the memberships that the source has. */
    private final Set<String> there;

    /** A merge, or the departure of a lead from a program. */
    private record Event(
            Instant at, long number, String lead, @Nullable String winner, String program) {
        static Event of(Map<String, @Nullable String> merge) {
            return new Event(
                    Instant.parse(merge.get("mergedat") + ""),
                    // The sandbox numbers activities as they happen.
                    Long.parseLong(merge.get("marketoguid") + ""),
                    merge.get("loserid") + "",
                    merge.get("winnerid"),
                    "");
        }

        static Event ofDeparture(Map<String, @Nullable Object> truth) {
            return new Event(
                    (Instant) Objects.requireNonNull(truth.get("_left_at")),
                    0,
                    truth.get("leadId") + "",
                    null,
                    truth.get("programId") + "");
        }
    }

    private MarketoTables(
            Map<String, Map<String, Map<String, @Nullable String>>> tables,
            List<Map<String, @Nullable Object>> departures,
            Set<String> there) {
        this.there = there;
        deleted = rows(tables, "deleted_leads").keySet();
        rows(tables, "lead_merges").values().forEach(merge -> events.add(Event.of(merge)));
        departures.forEach(truth -> events.add(Event.ofDeparture(truth)));
        events.sort(Comparator.comparing(Event::at).thenComparing(Event::number));
        for (Event event : events) {
            if (event.winner() != null) {
                winners.put(event.lead(), event.winner());
            }
        }
    }

    /**
     * Joins them in place.
     *
     * @param departures as the sandbox's truth tells them
     * @param there keys of the memberships that it has, {@code leadId|programId}
     */
    static void join(
            Map<String, Map<String, Map<String, @Nullable String>>> tables,
            List<Map<String, @Nullable Object>> departures,
            Set<String> there) {
        MarketoTables joined = new MarketoTables(tables, departures, there);
        rows(tables, "leads").forEach(joined::mark);
        rows(tables, "activities").values().forEach(joined::move);
        tables.put("program_members", joined.members(rows(tables, "program_members")));
    }

    private void mark(String id, Map<String, @Nullable String> lead) {
        if (deleted.contains(id) || winners.containsKey(id)) {
            lead.put(LoadedRow.DELETED_AT, "told");
        }
    }

    private void move(Map<String, @Nullable String> activity) {
        activity.put(LEAD, last(activity.get(LEAD) + ""));
        activity.put(ATTRIBUTES, attributes(activity.get(ATTRIBUTES)));
    }

    /** All as it happened: where a merge's winner takes part already, what the loser had falls out. */
    private Map<String, Map<String, @Nullable String>> members(Map<String, Map<String, @Nullable String>> rows) {
        Map<String, Map<String, @Nullable String>> moved = new TreeMap<>(rows);
        List<Map<String, @Nullable String>> departed = new ArrayList<>();
        List<String> programs = rows.values().stream()
                .map(row -> String.valueOf(row.get("programid")))
                .distinct()
                .toList();
        for (Event event : events) {
            String winner = event.winner();
            if (winner == null) {
                depart(moved, event, departed);
            } else {
                programs.forEach(program -> move(moved, event.lead(), winner, program));
            }
        }
        for (Map<String, @Nullable String> row : departed) {
            row.put(LEAD, last(row.get(LEAD) + ""));
            String key = row.get(LEAD) + "|" + row.get("programid");
            if (there.contains(key)) {
                moved.putIfAbsent(key, row);
            }
        }
        moved.values().removeIf(row -> deleted.contains(String.valueOf(row.get(LEAD))));
        return moved;
    }

    /** Unless the lead came back, which stamps its row. */
    private static void depart(
            Map<String, Map<String, @Nullable String>> members,
            Event departure,
            List<Map<String, @Nullable String>> departed) {
        String key = departure.lead() + "|" + departure.program();
        Map<String, @Nullable String> row = members.get(key);
        if (row != null && !Instant.parse(row.get("updatedat") + "").isAfter(departure.at())) {
            members.remove(key);
            departed.add(row);
        }
    }

    private static void move(
            Map<String, Map<String, @Nullable String>> members, String loser, String winner, String program) {
        Map<String, @Nullable String> row = members.remove(loser + "|" + program);
        if (row != null) {
            row.put(LEAD, winner);
            members.putIfAbsent(winner + "|" + program, row);
        }
    }

    private String last(String lead) {
        Set<String> seen = new HashSet<>();
        String at = lead;
        while (winners.containsKey(at) && seen.add(at)) {
            at = winners.getOrDefault(at, at);
        }
        return at;
    }

    private static @Nullable String attributes(@Nullable String json) {
        if (json == null) {
            return null;
        }
        try {
            Map<?, ?> attributes = JSON.readValue(json, Map.class);
            attributes.remove(SURPRISE);
            return Texts.ofJson(attributes);
        } catch (JsonProcessingException broken) {
            return json;
        }
    }

    private static Map<String, Map<String, @Nullable String>> rows(
            Map<String, Map<String, Map<String, @Nullable String>>> tables, String stream) {
        return tables.getOrDefault(stream, Map.of());
    }
}
