package bizops.singer.testkit.schema;

import com.fasterxml.jackson.databind.JsonNode;

/** A path into a schema, as metadata writes it: keywords and names in turn. */
public final class Breadcrumb {
    private Breadcrumb() {}

    /** The sub-schema there; missing if the path leads nowhere. Branches of anyOf, oneOf and allOf are looked into. */
    public static JsonNode resolve(JsonNode schema, JsonNode breadcrumb) {
        JsonNode at = schema;
        for (JsonNode step : breadcrumb) {
            at = step(at, step.asText());
        }
        return at;
    }

    private static JsonNode step(JsonNode at, String name) {
        if (at.has(name)) {
            return at.path(name);
        }
        for (String choice : new String[] {"anyOf", "oneOf", "allOf"}) {
            for (JsonNode branch : at.path(choice)) {
                if (branch.has(name)) {
                    return branch.path(name);
                }
            }
        }
        return at.path(name);
    }
}
