package bizops.tap.marketo.leads;

import bizops.singer.catalog.StreamSchema;
import bizops.singer.tap.SyncContext;
import bizops.tap.marketo.activities.ActivityPages;
import bizops.tap.marketo.convert.FieldType;
import bizops.tap.marketo.convert.RowShape;
import bizops.tap.marketo.rest.Rest;
import bizops.tap.marketo.stream.WindowStream;
import bizops.tap.marketo.window.Lookback;
import bizops.tap.marketo.window.Position;
import bizops.tap.marketo.window.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Leads that were deleted, each once a run. Marketo forgets them after two weeks. */
public final class DeletedLeadStream implements WindowStream {
    private static final Logger LOG = LoggerFactory.getLogger(DeletedLeadStream.class);
    private static final Duration KEPT_BY_MARKETO = Duration.ofDays(13);
    private static final Lookback A_DAY = new Lookback(Optional.of(Duration.ofHours(24)));
    private static final String ATTRIBUTES = "attributes";
    private static final RowShape SHAPE = RowShape.of(FieldType.INTEGER, "leadId")
            .with(FieldType.DATE_TIME, "activityDate")
            .with(FieldType.TEXT, "marketoGUID")
            .with(FieldType.INTEGER, "id", "activityTypeId", "campaignId")
            .with(FieldType.TEXT, "primaryAttributeValueId", "primaryAttributeValue")
            .with(FieldType.OBJECT, ATTRIBUTES);

    private final Rest rest;

    public DeletedLeadStream(Rest rest) {
        this.rest = rest;
    }

    @Override
    public String id() {
        return "deleted_leads";
    }

    @Override
    public StreamSchema schema() {
        return SHAPE.schema();
    }

    @Override
    public List<String> key() {
        return List.of("leadId");
    }

    @Override
    public List<String> replicationKeys() {
        return List.of("activityDate");
    }

    @Override
    public void read(SyncContext sync) throws Exception {
        Position position = Position.of(sync);
        Instant now = rest.now();
        Span span = Span.of(sync, position, A_DAY, now);
        sync.bookmark()
                .at()
                .map(value -> value.instant())
                .filter(at -> at.plus(KEPT_BY_MARKETO).isBefore(now))
                .ifPresent(at -> LOG.warn(
                        "deleted_leads: the last run was on {}; Marketo forgets deletions after two weeks, so"
                                + " deletes may be lost: take the bookmark of leads out of the state to read all leads"
                                + " again, and compare",
                        at));
        Set<Object> seen = new HashSet<>();
        new ActivityPages(rest, "/rest/v1/activities/deletedleads.json", Map.of()).read(span.start(), json -> {
            json.put(ATTRIBUTES, byName(json.get(ATTRIBUTES)));
            Map<String, @Nullable Object> row = SHAPE.row(id(), json);
            Object lead = row.get("leadId");
            if (lead != null && seen.add(lead)) {
                sync.write(row);
            }
        });
        position.advanceTo(span.limit());
    }

    /** Pages list attributes as names with values; extracts, and so all streams, have them in one object. */
    private static Map<String, @Nullable Object> byName(@Nullable Object list) {
        Map<String, @Nullable Object> attributes = new LinkedHashMap<>();
        if (list instanceof List<?> items) {
            for (Object item : items) {
                if (item instanceof Map<?, ?> attribute && attribute.get("name") instanceof String name) {
                    attributes.put(name, attribute.get("value"));
                }
            }
        }
        return attributes;
    }
}
