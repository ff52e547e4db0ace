package bizops.tap.marketo.leads;

import bizops.singer.tap.SyncContext;
import bizops.tap.marketo.activities.ActivityPages;
import bizops.tap.marketo.convert.FieldType;
import bizops.tap.marketo.convert.RowShape;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Leads that have an activity which tells of a change: each is fetched as it is now. Used once. */
final class ChangedLeads {
    private static final Logger LOG = LoggerFactory.getLogger(ChangedLeads.class);
    /** New Lead, Change Data Value, Change Score, Merge Leads, Change Status in Progression. */
    private static final String TYPES = "12,13,22,32,104";

    private static final int MOST_IDS = 300;

    private final LeadSource source;
    private final SyncContext sync;
    private final List<String> fields;
    private final RowShape shape;
    private final Set<String> seen = new HashSet<>();

    ChangedLeads(LeadSource source, SyncContext sync) {
        this.source = source;
        this.sync = sync;
        this.fields = source.fields().known(sync.selected());
        RowShape columns = RowShape.empty();
        for (Map.Entry<String, FieldType> field : source.fields().types().entrySet()) {
            columns = columns.with(field.getValue(), field.getKey());
        }
        this.shape = columns;
    }

    void read(Instant since) throws Exception {
        List<String> ids = new ArrayList<>();
        new ActivityPages(source.rest(), "/rest/v1/activities.json", Map.of("activityTypeIds", TYPES))
                .read(since, activity -> {
                    String id = String.valueOf(activity.get("leadId"));
                    if (seen.add(id)) {
                        ids.add(id);
                    }
                    if (ids.size() == MOST_IDS) {
                        fetch(ids);
                    }
                });
        fetch(ids);
        LOG.info("leads: {} had activities that tell of changes", seen.size());
    }

    private void fetch(List<String> ids) {
        if (ids.isEmpty()) {
            return;
        }
        Map<String, String> query = new LinkedHashMap<>();
        query.put("filterType", "id");
        query.put("filterValues", String.join(",", ids));
        query.put("fields", String.join(",", fields));
        query.put("batchSize", String.valueOf(MOST_IDS));
        for (Map<String, @Nullable Object> lead :
                source.rest().get("/rest/v1/leads.json", query).result()) {
            Map<String, @Nullable Object> row = shape.given(LeadSource.STREAM, lead);
            row.remove(RowShape.EXTRA);
            sync.write(row);
        }
        ids.clear();
    }
}
