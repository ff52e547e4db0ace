package bizops.target.reshape.map;

import bizops.singer.error.InputException;
import bizops.target.reshape.ReshapedSchema;
import bizops.target.reshape.StreamSchema;
import bizops.target.reshape.map.Expression.Reference;
import bizops.target.reshape.map.StreamMap.Change;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Maps one schema. Made for one SCHEMA message; not thread-safe. */
final class MappedSchema {
    private final ObjectNode given;
    private final Change change;
    private final List<String> keys;
    private final String where;
    private final JsonNode before;
    private final ObjectNode properties = JsonNodeFactory.instance.objectNode();
    private final Set<String> required = new LinkedHashSet<>();

    private MappedSchema(StreamSchema stream, Change change, String where) {
        this.given = stream.schema();
        this.change = change;
        this.keys = change.keys().orElse(stream.keys());
        this.where = where;
        this.before = given.path("properties");
    }

    /** The stream as it is loaded. */
    static StreamSchema of(StreamSchema given, Change change, String where) {
        MappedSchema mapped = new MappedSchema(given, change, where);
        return new StreamSchema(change.alias().orElse(given.stream()), mapped.schema(), mapped.keys);
    }

    private ObjectNode schema() {
        Set<String> needed = new HashSet<>();
        given.path("required").forEach(name -> needed.add(name.asText()));
        before.properties().forEach(property -> {
            if (!change.onlyNamed() || keys.contains(property.getKey())) {
                properties.set(property.getKey(), property.getValue());
            }
        });
        needed.stream().filter(properties::has).forEach(required::add);
        change.properties().forEach((name, made) -> put(name, made, needed));
        boolean closed = !change.onlyNamed()
                && given.path("additionalProperties").isBoolean()
                && !given.path("additionalProperties").booleanValue()
                && !given.has("patternProperties");
        return properties.equals(before)
                ? given
                : ReshapedSchema.of(given, properties, new ArrayList<>(required), closed);
    }

    private void put(String name, Optional<Expression> made, Set<String> needed) {
        if (made.isEmpty()) {
            if (keys.contains(name)) {
                throw new InputException(where + ": stream_maps leaves out \"" + name
                        + "\", a key; name other keys with __key_properties__, or null for none");
            }
            properties.remove(name);
            required.remove(name);
        } else if (made.get() instanceof Reference reference) {
            if (!before.has(reference.property())) {
                throw new InputException(where + ": stream_maps makes \"" + name + "\" of \"" + reference.property()
                        + "\", which the schema's properties do not have; correct stream_maps");
            }
            properties.set(name, before.get(reference.property()));
            if (needed.contains(reference.property())) {
                required.add(name);
            } else {
                required.remove(name);
            }
        } else {
            properties.putObject(name).put("type", "string");
            required.remove(name);
        }
    }
}
