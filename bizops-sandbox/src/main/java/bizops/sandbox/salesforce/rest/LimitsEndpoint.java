package bizops.sandbox.salesforce.rest;

import bizops.sandbox.http.Call;
import bizops.sandbox.http.Reply;
import bizops.sandbox.salesforce.data.Org;
import bizops.sandbox.salesforce.data.SObject;
import bizops.sandbox.salesforce.soql.FieldAccess;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** {@code limits}, {@code limits/recordCount} and the list of versions. */
final class LimitsEndpoint {
    static final int OLDEST = 31;
    static final int NEWEST = 67;
    private static final String[] SEASONS = {"Winter", "Spring", "Summer"};

    private final Org org;
    private final FieldAccess access;

    LimitsEndpoint(Org org, FieldAccess access) {
        this.org = org;
        this.access = access;
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
            for (String name : List.of(
                    "DailyApiRequests",
                    "DailyBulkApiBatches",
                    "DailyBulkV2QueryJobs",
                    "DailyBulkV2QueryFileStorageMB")) {
                json.writeObjectFieldStart(name);
                json.writeNumberField("Max", most);
                json.writeNumberField("Remaining", name.equals("DailyApiRequests") ? Math.max(0, most - used) : most);
                json.writeEndObject();
            }
            json.writeEndObject();
        }));
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
        return org.table(type.name()).rows().stream()
                .map(row -> row.seenAt(org.now()))
                .filter(Objects::nonNull)
                .filter(values -> !Boolean.TRUE.equals(values.get("IsDeleted")))
                .count();
    }
}
