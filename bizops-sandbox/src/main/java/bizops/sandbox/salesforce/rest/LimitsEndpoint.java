package bizops.sandbox.salesforce.rest;

import bizops.sandbox.http.Call;
import bizops.sandbox.http.Reply;
import bizops.sandbox.salesforce.bulk.AsyncJobs;
import bizops.sandbox.salesforce.bulk.QueryJobs;
import bizops.sandbox.salesforce.data.Org;
import bizops.sandbox.salesforce.data.SObject;
import bizops.sandbox.salesforce.data.Series;
import bizops.sandbox.salesforce.soql.FieldAccess;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Objects;
import java.util.Set;
import java.util.function.IntSupplier;

/** {@code limits}, {@code limits/recordCount} and the list of versions. */
final class LimitsEndpoint {
    static final int OLDEST = 31;
    static final int NEWEST = 67;
    private static final int MOST_MEGABYTES = 976_562;
    private static final String[] SEASONS = {"Winter", "Spring", "Summer"};

    private final Org org;
    private final FieldAccess access;
    private final IntSupplier bulkJobs;
    private final IntSupplier bulkBatches;

    /**
     * @param bulkJobs Bulk 2.0 query jobs of the last 24 hours
     * @param bulkBatches Bulk v1 batches of the last 24 hours
     */
    LimitsEndpoint(Org org, FieldAccess access, IntSupplier bulkJobs, IntSupplier bulkBatches) {
        this.org = org;
        this.access = access;
        this.bulkJobs = bulkJobs;
        this.bulkBatches = bulkBatches;
    }

    Reply versions() {
        return Reply.json(Json.text(json -> {
            json.writeStartArray();
            for (int version = OLDEST; version <= NEWEST; version++) {
                json.writeStartObject();
                json.writeStringField("label", label(version));
                json.writeStringField("url", "/services/data/v" + version + ".0");
                json.writeStringField("version", version + ".0");
                json.writeEndObject();
            }
            json.writeEndArray();
        }));
    }

    /** The release that brought a version: three a year, 58 being Summer '23. */
    private static String label(int version) {
        int releases = version - 58 + 2;
        return SEASONS[Math.floorMod(releases, 3)] + " '" + (23 + Math.floorDiv(releases, 3));
    }

    Reply limits(int used, int most) {
        return Reply.json(Json.text(json -> {
            json.writeStartObject();
            limit(json, "DailyApiRequests", most, used);
            limit(json, "DailyBulkApiBatches", AsyncJobs.MOST_BATCHES_A_DAY, bulkBatches.getAsInt());
            limit(json, "DailyBulkV2QueryJobs", QueryJobs.MOST_A_DAY, bulkJobs.getAsInt());
            limit(json, "DailyBulkV2QueryFileStorageMB", MOST_MEGABYTES, 0);
            json.writeEndObject();
        }));
    }

    private static void limit(JsonGenerator json, String name, int most, int used) throws IOException {
        json.writeObjectFieldStart(name);
        json.writeNumberField("Max", most);
        json.writeNumberField("Remaining", Math.max(0, most - used));
        json.writeEndObject();
    }

    Reply recordCount(Call call) {
        Set<String> wanted = Set.of(call.parameter("sObjects").orElse("").split("\\s*,\\s*"));
        return Reply.json(Json.text(json -> {
            json.writeStartObject();
            json.writeArrayFieldStart("sObjects");
            for (SObject type : org.schema().objects()) {
                if (type.queryable() && access.sees(type) && (wanted.contains("") || wanted.contains(type.name()))) {
                    json.writeStartObject();
                    json.writeNumberField("count", live(type));
                    json.writeStringField("name", type.name());
                    json.writeEndObject();
                }
            }
            json.writeEndArray();
            json.writeEndObject();
        }));
    }

    private long live(SObject type) {
        Series series = org.table(type.name()).series();
        long computed = series == null ? 0 : series.count();
        return computed
                + org.table(type.name()).rows().stream()
                        .map(row -> row.seenAt(org.now()))
                        .filter(Objects::nonNull)
                        .filter(values -> !Boolean.TRUE.equals(values.get("IsDeleted")))
                        .count();
    }
}
