package bizops.tap.marketo.activities;

import bizops.singer.catalog.StreamSchema;
import bizops.singer.convert.BadValueException;
import bizops.singer.json.Json;
import bizops.singer.tap.SyncContext;
import bizops.tap.marketo.convert.FieldType;
import bizops.tap.marketo.discover.ActivityType;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which lead went into which: a row for each loser, from the winner's activity "Merge Leads". A loser leaves no other
 * trace, so activities and memberships that carry its id must be moved by these rows.
 */
public final class LeadMerges extends ActivityStream {
    private static final Logger LOG = LoggerFactory.getLogger(LeadMerges.class);
    private static final Set<Integer> TYPES = Set.of(ActivityType.MERGE_LEADS);
    private static final String MERGED_AT = "mergedAt";
    private static final String TYPE = String.valueOf(ActivityType.MERGE_LEADS);

    public LeadMerges(ActivityFeed feed) {
        super(feed);
    }

    @Override
    public String id() {
        return "lead_merges";
    }

    @Override
    public StreamSchema schema() {
        return StreamSchema.of("winnerId", FieldType.INTEGER.schema())
                .field("loserId", FieldType.INTEGER.schema())
                .field(MERGED_AT, FieldType.DATE_TIME.schema())
                .field(ActivityCells.GUID, FieldType.TEXT.schema())
                .field("mergeSource", FieldType.TEXT.schema())
                .field("mergedInSales", FieldType.BOOLEAN.schema())
                .field("masterUpdated", FieldType.BOOLEAN.schema());
    }

    @Override
    public List<String> key() {
        return List.of("winnerId", "loserId");
    }

    @Override
    public List<String> replicationKeys() {
        return List.of(MERGED_AT);
    }

    @Override
    Set<Integer> types() {
        return TYPES;
    }

    @Override
    void write(ActivityCells activity, SyncContext sync) {
        if (!TYPE.equals(activity.text(ActivityCells.TYPE))) {
            return;
        }
        Map<String, @Nullable Object> attributes = activity.attributes();
        Object winner = activity.text(ActivityCells.PRIMARY_ID) == null
                ? activity.value(ActivityCells.LEAD, FieldType.INTEGER)
                : activity.value(ActivityCells.PRIMARY_ID, FieldType.INTEGER);
        List<?> losers = losers(attributes.get("Merge IDs"));
        if (losers.isEmpty()) {
            LOG.warn("lead_merges: activity {} names no loser", activity.text(ActivityCells.GUID));
        }
        for (Object loser : losers) {
            Map<String, @Nullable Object> row = new LinkedHashMap<>();
            row.put("winnerId", winner);
            row.put("loserId", typed(FieldType.INTEGER, loser));
            row.put(MERGED_AT, activity.value(ActivityCells.DATE, FieldType.DATE_TIME));
            row.put(ActivityCells.GUID, activity.text(ActivityCells.GUID));
            row.put("mergeSource", typed(FieldType.TEXT, attributes.get("Merge Source")));
            row.put("mergedInSales", typed(FieldType.BOOLEAN, attributes.get("Merged in Sales")));
            row.put("masterUpdated", typed(FieldType.BOOLEAN, attributes.get("Master Updated")));
            if (row.get("loserId") != null) {
                sync.write(row);
            }
        }
    }

    /** An array as a rule; a text that holds one, or one bare id, in older rows. */
    private static List<?> losers(@Nullable Object ids) {
        if (ids instanceof String text) {
            try {
                return losers(Json.parse(text));
            } catch (IOException noJson) {
                return List.of();
            }
        }
        return ids instanceof List<?> list ? list : ids == null ? List.of() : List.of(ids);
    }

    /** What does not fit is left out: it only describes the merge. */
    private static @Nullable Object typed(FieldType type, @Nullable Object value) {
        try {
            return type.ofJson(value);
        } catch (BadValueException misfit) {
            LOG.warn("lead_merges: {}", misfit.getMessage());
            return null;
        }
    }
}
