package bizops.target.reshape.map;

import bizops.target.reshape.StreamReshape;
import bizops.target.reshape.StreamSchema;
import bizops.target.reshape.map.Expression.Literal;
import bizops.target.reshape.map.Expression.Reference;
import bizops.target.reshape.map.StreamMap.Change;
import bizops.target.validate.RecordCheck;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One stream as the setting maps it. */
final class MappedStream implements StreamReshape {
    private final StreamSchema mapped;
    private final Change change;
    private final boolean changesRecords;

    private MappedStream(StreamSchema mapped, Change change, boolean changesRecords) {
        this.mapped = mapped;
        this.change = change;
        this.changesRecords = changesRecords;
    }

    /** Empty if nothing changes. */
    static Optional<StreamReshape> of(StreamSchema given, Change change, String where) {
        StreamSchema mapped = MappedSchema.of(given, change, where);
        boolean records = !mapped.schema().equals(given.schema())
                || change.properties().entrySet().stream()
                        .anyMatch(property -> property.getValue()
                                .filter(made -> !made.equals(new Reference(property.getKey())))
                                .isPresent());
        return records || !mapped.equals(given)
                ? Optional.of(new MappedStream(mapped, change, records))
                : Optional.empty();
    }

    @Override
    public Optional<StreamSchema> schema() {
        return Optional.of(mapped);
    }

    @Override
    public boolean changesRecords() {
        return changesRecords;
    }

    @Override
    public ObjectNode record(ObjectNode record) {
        Map<String, @Nullable JsonNode> values = new LinkedHashMap<>();
        change.properties().forEach((name, made) -> values.put(name, value(made, record)));
        if (change.onlyNamed()) {
            record.properties().removeIf(member -> isLeftOut(member.getKey()));
        }
        values.forEach((name, value) -> {
            if (value == null) {
                record.remove(name);
            } else {
                record.set(name, value);
            }
        });
        return record;
    }

    private boolean isLeftOut(String member) {
        return !mapped.keys().contains(member) && RecordCheck.isJudged(member);
    }

    /** Null for none, as where the record does not have what it is made of. */
    private static @Nullable JsonNode value(Optional<Expression> made, ObjectNode record) {
        if (made.isEmpty()) {
            return null;
        }
        if (made.get() instanceof Literal literal) {
            return record.textNode(literal.text());
        }
        return made.get() instanceof Reference reference ? record.get(reference.property()) : null;
    }
}
