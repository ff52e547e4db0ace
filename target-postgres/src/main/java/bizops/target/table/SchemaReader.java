package bizops.target.table;

import bizops.singer.error.InputException;
import bizops.target.validate.JsonTypes;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads the columns of a stream out of its JSON schema. */
public final class SchemaReader {
    private SchemaReader() {}

    /**
     * The shape of the stream's table.
     *
     * @param root the schema; its root describes the record
     * @param keys the key properties to upsert by; empty to append
     * @param bytes whether texts that encode bytes become bytea
     * @param where such as {@code line 3, stream "lead"}, for errors
     */
    public static StreamShape read(
            String stream, TableName table, JsonNode root, List<String> keys, boolean bytes, String where) {
        checkRoot(root.path("type"), where);
        JsonNode properties = root.path("properties");
        if (!properties.isObject()) {
            throw new InputException(
                    where + ": the schema has no \"properties\"; correct the tap (an empty object is allowed)");
        }
        List<Property> columns = new ArrayList<>();
        properties.properties().forEach(entry -> {
            if (!Metadata.owns(entry.getKey())) {
                columns.add(TypeMapping.property(entry.getKey(), entry.getValue(), root, bytes, where));
            }
        });
        for (String key : keys) {
            if (columns.stream().noneMatch(column -> column.name().equals(key))) {
                throw new InputException(
                        where + ": key_properties names \"" + key
                                + "\", which the schema's properties do not have; correct the tap, or the settings that change the stream");
            }
        }
        return new StreamShape(stream, table, columns, keys.stream().distinct().toList());
    }

    /** Types that JSON does not have judge no record, so here they would pass for none. */
    private static void checkRoot(JsonNode type, String where) {
        Set<String> names = new HashSet<>();
        if (type.isArray()) {
            type.forEach(name -> names.add(name.asText()));
        } else if (!type.isMissingNode() && !type.isNull()) {
            names.add(type.asText());
        }
        if (!names.isEmpty() && !names.contains(JsonTypes.ANY) && Collections.disjoint(names, JsonTypes.ALL)) {
            throw new InputException(where + ": the schema's type " + type + " is none of " + JsonTypes.ALL
                    + "; correct the tap, a record is an object");
        }
    }
}
