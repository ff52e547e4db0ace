package bizops.tap.marketo.leads;

import bizops.singer.tap.SyncContext;
import bizops.tap.marketo.activities.ActivityPages;
import bizops.tap.marketo.assets.TokenPages;
import bizops.tap.marketo.bulk.BadFields;
import bizops.tap.marketo.convert.FieldType;
import bizops.tap.marketo.convert.RowShape;
import bizops.tap.marketo.rest.ErrorKind;
import bizops.tap.marketo.rest.MarketoException;
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

/**
 * Leads that have an activity which tells of a change: each is fetched as it is now. A field that was asked for and does
 * not come has no value. Used once.
 */
final class ChangedLeads {
    private static final Logger LOG = LoggerFactory.getLogger(ChangedLeads.class);
    /** New Lead, Change Data Value, Change Score, Merge Leads, Change Status in Progression. */
    private static final String TYPES = "12,13,22,32,104";

    private static final int MOST_IDS = 300;

    private final LeadSource source;
    private final SyncContext sync;
    private final Set<String> seen = new HashSet<>();
    private List<String> fields;
    private RowShape shape;

    ChangedLeads(LeadSource source, SyncContext sync) {
        this.source = source;
        this.sync = sync;
        this.fields = source.fields().known(sync.selected());
        this.shape = shape(source.fields().types(), fields);
    }

    void read(Instant since) throws Exception {
        List<String> ids = new ArrayList<>();
        new ActivityPages(source.rest(), "/rest/v1/activities.json", Map.of("activityTypeIds", TYPES))
                .read(since, activity -> {
                    Object id = activity.get("leadId");
                    if (id != null && seen.add(id.toString())) {
                        ids.add(id.toString());
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
        try {
            pages(ids);
        } catch (MarketoException refused) {
            List<String> bad = BadFields.in(refused.error().message());
            if (refused.kind() != ErrorKind.BAD_FIELDS || fields.stream().noneMatch(bad::contains)) {
                throw refused;
            }
            LOG.warn("the fields {} are gone from the instance since they were described; going on without them", bad);
            fields = fields.stream().filter(field -> !bad.contains(field)).toList();
            shape = shape(source.fields().types(), fields);
            pages(ids);
        }
        ids.clear();
    }

    private void pages(List<String> ids) {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("filterType", "id");
        query.put("filterValues", String.join(",", ids));
        query.put("fields", String.join(",", fields));
        new TokenPages(source.rest(), "/rest/v1/leads.json", query).read(lead -> {
            Map<String, @Nullable Object> row = shape.row(LeadSource.STREAM, lead);
            row.remove(RowShape.EXTRA);
            sync.write(row);
        });
    }

    private static RowShape shape(Map<String, FieldType> types, List<String> fields) {
        RowShape columns = RowShape.empty();
        for (String field : fields) {
            columns = columns.with(types.getOrDefault(field, FieldType.TEXT), field);
        }
        return columns;
    }
}
