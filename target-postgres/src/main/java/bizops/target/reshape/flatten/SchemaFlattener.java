package bizops.target.reshape.flatten;

import bizops.singer.error.InputException;
import bizops.target.reshape.ReshapedSchema;
import bizops.target.reshape.StreamSchema;
import bizops.target.table.Metadata;
import bizops.target.table.References;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Takes one schema apart. Made for one SCHEMA message; not thread-safe. */
final class SchemaFlattener {
    /** More columns no table can have. */
    private static final int MOST = 1600;

    private final int depth;
    private final FlatNames names;
    private final References references;
    private final String where;
    private final ObjectNode properties = JsonNodeFactory.instance.objectNode();
    private final List<String> required = new ArrayList<>();
    private boolean closed;
    private int parts;

    private SchemaFlattener(int depth, FlatNames names, ObjectNode root, String where) {
        this.depth = depth;
        this.names = names;
        this.references = new References(root);
        this.where = where;
    }

    /** A stream as it is loaded, and how its records become so. */
    record Flat(StreamSchema schema, Level record, Set<String> columns, boolean closed) {}

    /** Empty if there is no object to take apart. */
    static Optional<Flat> flat(StreamSchema given, int depth, FlatNames names, String where) {
        SchemaFlattener flattener = new SchemaFlattener(depth, names, given.schema(), where);
        Level record = flattener.level(given.schema(), "", 0, true, false);
        return record.objects().isEmpty() ? Optional.empty() : Optional.of(flattener.result(given, record));
    }

    private Flat result(StreamSchema given, Level record) {
        for (String key : given.keys()) {
            if (record.objects().containsKey(key)) {
                throw new InputException(where + ": key_properties names \"" + key
                        + "\", an object that flattening takes apart; name one of its columns, such as \""
                        + names.of(names.prefix("", key), "id") + "\", with __key_properties__ in stream_maps");
            }
        }
        Set<String> columns = new HashSet<>();
        properties.fieldNames().forEachRemaining(columns::add);
        ObjectNode schema = ReshapedSchema.of(given.schema(), properties, required, closed);
        return new Flat(new StreamSchema(given.stream(), schema, given.keys()), record, columns, closed);
    }

    /**
     * Takes an object apart.
     *
     * @param always whether it is in every record
     * @param nullable whether its columns are null where it, or what it is in, is null
     */
    private Level level(JsonNode object, String prefix, int level, boolean always, boolean nullable) {
        Set<String> needed = new HashSet<>();
        object.path("required").forEach(name -> needed.add(name.asText()));
        Map<String, String> columns = new LinkedHashMap<>();
        Map<String, Level> objects = new LinkedHashMap<>();
        object.path("properties").properties().forEach(member -> {
            count();
            boolean stays = always && needed.contains(member.getKey());
            Optional<Takeable> inner = level < depth ? Takeable.of(member.getValue(), references) : Optional.empty();
            if (inner.isPresent()) {
                boolean orNull = inner.get().nullable();
                objects.put(
                        member.getKey(),
                        level(
                                inner.get().object(),
                                names.prefix(prefix, member.getKey()),
                                level + 1,
                                stays && !orNull,
                                nullable || orNull));
            } else {
                JsonNode schema = nullable ? OrNull.of(member.getValue()) : member.getValue();
                columns.put(member.getKey(), column(prefix, member.getKey(), schema, stays));
            }
        });
        boolean refuses = object.path("additionalProperties").isBoolean()
                && !object.path("additionalProperties").booleanValue()
                && !object.has("patternProperties");
        closed |= refuses;
        return new Level(prefix, columns, objects, refuses);
    }

    private String column(String prefix, String member, JsonNode schema, boolean stays) {
        String name = names.of(prefix, member);
        if (!prefix.isEmpty() && Metadata.owns(name)) {
            throw new InputException(where + ": flattening makes a column \"" + name
                    + "\", which is the target's own; give flattening_separator another value");
        }
        if (properties.has(name)) {
            throw new InputException(where + ": flattening makes two columns of one name, \"" + name
                    + "\"; give flattening_separator another value, or take one of them out with stream_maps");
        }
        properties.set(name, schema);
        if (stays) {
            required.add(name);
        }
        return name;
    }

    private void count() {
        if (++parts > MOST) {
            throw new InputException(where + ": flattening makes more columns than a table can have, " + MOST
                    + "; lower flattening_max_depth");
        }
    }
}
