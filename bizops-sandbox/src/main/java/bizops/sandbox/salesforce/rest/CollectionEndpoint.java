package bizops.sandbox.salesforce.rest;

import bizops.sandbox.http.Call;
import bizops.sandbox.http.Reply;
import bizops.sandbox.salesforce.data.SObject;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code composite/sobjects/X}: rows by their ids, in the order of these, null where there is none. Ids and fields stand in
 * the address (GET) or in the body (POST, up to 2,000 ids); writing is refused ("sObject Collections" of the REST API
 * guide).
 */
final class CollectionEndpoint {
    private static final int MOST_IDS = 2_000;

    private final RecordEndpoint record;

    CollectionEndpoint(RecordEndpoint record) {
        this.record = record;
    }

    Reply answer(Call call, SObject type, String version) {
        List<String> ids;
        List<String> fields;
        switch (call.method()) {
            case "GET" -> {
                ids = RecordEndpoint.names(call.query().getOrDefault("ids", ""));
                fields = RecordEndpoint.names(call.query().getOrDefault("fields", ""));
            }
            case "POST" -> {
                JsonNode body = Json.read(call.body());
                ids = texts(body.path("ids"));
                fields = texts(body.path("fields"));
            }
            default ->
                throw new ApiException(
                        405,
                        "METHOD_NOT_ALLOWED",
                        "HTTP Method '" + call.method() + "' not allowed. Allowed are GET,POST");
        }
        return rows(type, ids, fields, version);
    }

    private Reply rows(SObject type, List<String> ids, List<String> fields, String version) {
        if (ids.isEmpty() || fields.isEmpty()) {
            throw new ApiException(400, "MISSING_ARGUMENT", "The ids and fields are required");
        }
        if (ids.size() > MOST_IDS) {
            throw new ApiException(
                    400,
                    "EXCEEDED_ID_LIMIT",
                    "record limit reached. cannot submit more than " + MOST_IDS + " records in this call");
        }
        RecordEndpoint.Reader reader = record.reader(type, fields, version);
        return Reply.json(Json.text(json -> {
            json.writeStartArray();
            for (String id : ids) {
                reader.write(json, id);
            }
            json.writeEndArray();
        }));
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }
}
