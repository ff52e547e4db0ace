package bizops.dist.tapfaults;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Marketo's tables as their users join them. A lead that was deleted is named in {@code deleted_leads}, one that was merged
 * into another in {@code lead_merges}: activities and memberships that carry its id belong to the winner.
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

    private final Set<String> deleted;

    private MarketoTables(Map<String, Map<String, Map<String, @Nullable String>>> tables) {
        deleted = rows(tables, "deleted_leads").keySet();
        rows(tables, "lead_merges").values().stream()
                .sorted(Comparator.comparing(MarketoTables::moment).thenComparing(MarketoTables::number))
                .forEach(merge -> winners.put(merge.get("loserid") + "", merge.get("winnerid") + ""));
    }

    static void join(Map<String, Map<String, Map<String, @Nullable String>>> tables) {
        MarketoTables joined = new MarketoTables(tables);
        rows(tables, "leads").forEach(joined::mark);
        rows(tables, "activities").values().forEach(joined::move);
        tables.put("program_members", joined.members(rows(tables, "program_members")));
    }

    private static String moment(Map<String, @Nullable String> merge) {
        return merge.get("mergedat") + "";
    }

    /** The sandbox numbers activities as they happen. */
    private static long number(Map<String, @Nullable String> merge) {
        return Long.parseLong(merge.get("marketoguid") + "");
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

    /** Merge after merge as they happened: where the winner takes part already, what the loser had falls out. */
    private Map<String, Map<String, @Nullable String>> members(Map<String, Map<String, @Nullable String>> rows) {
        Map<String, Map<String, @Nullable String>> moved = new TreeMap<>(rows);
        winners.forEach((loser, winner) -> rows.values().stream()
                .map(row -> String.valueOf(row.get("programid")))
                .distinct()
                .forEach(program -> {
                    Map<String, @Nullable String> row = moved.remove(loser + "|" + program);
                    if (row != null) {
                        row.put(LEAD, winner);
                        moved.putIfAbsent(winner + "|" + program, row);
                    }
                }));
        return moved;
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
