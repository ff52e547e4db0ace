package bizops.target.reshape.flatten;

import bizops.target.reshape.RefusedValue;
import bizops.target.reshape.StreamReshape;
import bizops.target.reshape.StreamSchema;
import bizops.target.validate.RecordCheck;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Takes the records of one stream apart. */
final class RecordFlattener implements StreamReshape {
    private final SchemaFlattener.Flat flat;
    private final Consumer<String> dropped;
    private final List<RefusedValue> refused = new ArrayList<>();

    /** @param dropped is told, each time, the name of a member that no schema names */
    RecordFlattener(SchemaFlattener.Flat flat, Consumer<String> dropped) {
        this.flat = flat;
        this.dropped = dropped;
    }

    @Override
    public Optional<StreamSchema> schema() {
        return Optional.of(flat.schema());
    }

    @Override
    public ObjectNode record(ObjectNode given) {
        refused.clear();
        ObjectNode record = JsonNodeFactory.instance.objectNode();
        members(flat.record(), given, record);
        return record;
    }

    @Override
    public List<RefusedValue> refused() {
        return List.copyOf(refused);
    }

    private void members(Level level, ObjectNode object, ObjectNode record) {
        for (Map.Entry<String, JsonNode> member : object.properties()) {
            String name = member.getKey();
            JsonNode value = member.getValue();
            String column = level.columns().get(name);
            Level inner = level.objects().get(name);
            if (column != null) {
                record.set(column, value);
            } else if (inner == null) {
                unknown(level, name, value, record);
            } else if (value instanceof ObjectNode taken) {
                members(inner, taken, record);
            } else {
                if (!value.isNull()) {
                    refuse(level.prefix() + name, value, record);
                }
                nulls(inner, record);
            }
        }
    }

    /** The value goes along under a name that is no column: a record that is put aside is to show it. */
    private void refuse(String name, JsonNode value, ObjectNode record) {
        refused.add(new RefusedValue(name, problem(value)));
        if (!flat.columns().contains(name)) {
            record.set(name, value);
        }
    }

    /** A member that no schema names is passed on only where the check is to see it: its name could be a column's. */
    private void unknown(Level level, String member, JsonNode value, ObjectNode record) {
        String name = level.prefix() + member;
        boolean metadata = !RecordCheck.isJudged(name);
        boolean passes = level.isRecord() ? metadata || level.closed() || !flat.closed() : level.closed() && !metadata;
        if (passes && !flat.columns().contains(name)) {
            record.set(name, value);
        } else {
            dropped.accept(name);
        }
    }

    private static void nulls(Level level, ObjectNode record) {
        level.columns().values().forEach(record::putNull);
        level.objects().values().forEach(inner -> nulls(inner, record));
    }

    private static String problem(JsonNode value) {
        String kind = value.getNodeType().name().toLowerCase(Locale.ROOT);
        return (kind.equals("array") ? "an " : "a ") + kind + " is no object to take apart into columns";
    }
}
