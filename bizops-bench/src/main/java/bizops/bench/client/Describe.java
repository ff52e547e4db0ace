package bizops.bench.client;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What little of small replies is needed. */
final class Describe {
    static final JsonFactory JSON = new JsonFactory();
    private static final int FIELD_DEPTH = 3;
    /** Fields that a tap does not read unless asked to. */
    private static final List<String> NOISE = List.of("LastViewedDate", "LastReferencedDate");

    private Describe() {}

    /** The fields that a tap reads when nobody selects; {@code compounds} says whether addresses are among them. */
    static List<String> fields(Session session, String object, boolean compounds) throws IOException {
        return session.get(Session.DATA + "sobjects/" + object + "/describe", (body, answer) -> {
            try (JsonParser json = JSON.createParser(body)) {
                return fields(json, compounds);
            }
        });
    }

    private static List<String> fields(JsonParser json, boolean compounds) throws IOException {
        List<String> names = new ArrayList<>();
        Map<String, String> field = new HashMap<>();
        String within = "";
        int depth = 0;
        for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
            if (token.isStructStart()) {
                depth++;
                within = depth == 2 ? json.currentName() : within;
            } else if (token.isStructEnd()) {
                String name = field.getOrDefault("name", "");
                boolean wanted = compounds || !"address".equals(field.get("type"));
                if (depth == FIELD_DEPTH && within.equals("fields") && wanted && !NOISE.contains(name)) {
                    names.add(name);
                }
                depth--;
            } else if (depth == FIELD_DEPTH && token == JsonToken.VALUE_STRING) {
                field.put(json.currentName(), json.getText());
            }
        }
        return names;
    }

    /** The first text of that name, at any depth. */
    static String text(InputStream body, String name) throws IOException {
        try (JsonParser json = JSON.createParser(body)) {
            for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
                if (token == JsonToken.VALUE_STRING && name.equals(json.currentName())) {
                    return json.getText();
                }
            }
        }
        throw new IOException("no " + name + " in the answer");
    }
}
