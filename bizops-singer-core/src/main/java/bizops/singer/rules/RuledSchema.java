package bizops.singer.rules;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Lays the rules of a stream over its schema. Used once, by one thread. */
final class RuledSchema {
    private final String stream;
    private final List<ColumnRule> rules;
    private final @Nullable Hash hash;
    private final Map<?, ?> root;
    private final Set<String> keys;
    private final Set<String> replicationKeys;
    private final Consumer<String> problems;
    private final Set<ColumnRule> used = new HashSet<>();

    RuledSchema(
            String stream,
            List<ColumnRule> rules,
            @Nullable Hash hash,
            StreamDeclaration declared,
            Consumer<String> problems) {
        this.stream = stream;
        this.rules = rules;
        this.hash = hash;
        this.root = declared.schema();
        this.keys = Set.copyOf(declared.keys());
        this.replicationKeys = Set.copyOf(declared.replicationKeys());
        this.problems = problems;
    }

    StreamRules laid() {
        if (rules.isEmpty()) {
            return new StreamRules(stream, copy(root), Map.of(), used);
        }
        if (composes(root)) {
            problems.accept(rules.get(0) + ": stream \"" + stream + "\" declares fields by $ref, allOf, anyOf or oneOf,"
                    + " where rules do not reach; let the tap send plain properties");
        }
        Map<String, FieldRules> fields = new LinkedHashMap<>();
        Map<String, @Nullable Object> schema = object(root, List.of(), fields);
        for (ColumnRule rule : rules) {
            if (rule.stream().isExact() && !used.contains(rule)) {
                problems.accept(rule + ": stream \"" + stream + "\" has no such field, or it is not selected; correct"
                        + " the column, or take the rule out");
            }
        }
        return new StreamRules(stream, schema, fields, used);
    }

    /** The changed schema of an object; the rules of its fields go into {@code fields}. */
    private Map<String, @Nullable Object> object(Map<?, ?> schema, List<String> path, Map<String, FieldRules> fields) {
        Map<String, @Nullable Object> changed = copy(schema);
        if (!(schema.get("properties") instanceof Map<?, ?> properties)) {
            return changed;
        }
        Map<String, @Nullable Object> kept = copy(properties);
        Set<String> dropped = new HashSet<>();
        properties.forEach((key, property) -> {
            String name = (String) key;
            FieldRules rule = field(name, property, append(path, name), kept);
            if (!rule.steps().isEmpty() || !rule.members().isEmpty()) {
                fields.put(name, rule);
            }
            if (rule.steps().stream().anyMatch(Step::drops)) {
                kept.remove(name);
                dropped.add(name);
            }
        });
        changed.put("properties", kept);
        if (!dropped.isEmpty() && schema.get("required") instanceof List<?> required) {
            changed.put(
                    "required",
                    required.stream().filter(name -> !dropped.contains(name)).toList());
        }
        return changed;
    }

    private FieldRules field(
            String name, @Nullable Object property, List<String> path, Map<String, @Nullable Object> kept) {
        Map<?, ?> declared = property instanceof Map<?, ?> schema ? schema : Map.of();
        PropertyShape shape = PropertyShape.of(declared);
        Map<String, FieldRules> members = new LinkedHashMap<>();
        Map<String, @Nullable Object> changed = object(declared, path, members);
        List<Step> steps = new ArrayList<>();
        boolean decided = false;
        for (ColumnRule rule : rules) {
            if (rule.column().matches(path)) {
                used.add(rule);
                if (!decided && agree(rule, path, shape)) {
                    steps.add(new Step(rule, conditionPath(rule), shape, hash));
                    changed = ChangedSchema.by(rule.kind(), rule.isConditional(), shape, changed);
                    decided = !rule.isConditional();
                }
            }
        }
        if (!steps.isEmpty() || !members.isEmpty()) {
            kept.put(name, changed);
        }
        return new FieldRules(steps, decided ? Map.of() : members);
    }

    private boolean agree(ColumnRule rule, List<String> path, PropertyShape shape) {
        String name = String.join(".", path);
        String field = rule + ": field \"" + name + "\" of stream \"" + stream + "\" ";
        if (path.size() == 1 && keys.contains(name) && (rule.kind() != RuleKind.HASH || rule.isConditional())) {
            problems.accept(field + "belongs to the key, which must stay one and the same for each row: only hash"
                    + " without \"when\" is possible");
            return false;
        }
        if (path.size() == 1 && replicationKeys.contains(name) && rule.kind() != RuleKind.DATE_TO_YEAR) {
            problems.accept(field + "is the replication key, whose values also stand in STATE: only date_to_year is"
                    + " possible; for another rule choose another replication key or method in the catalog");
            return false;
        }
        Optional<String> objection = rule.kind().objection(shape, rule.isConditional());
        objection.ifPresent(why -> problems.accept(field + why));
        if (rule.when() != null && rule.when().path(root).isEmpty()) {
            problems.accept(rule + ": the \"when\" column \"" + rule.when().column() + "\" is no field of stream \""
                    + stream + "\", or it is not selected; select it, or correct the rule");
            return false;
        }
        return objection.isEmpty();
    }

    private List<String> conditionPath(ColumnRule rule) {
        return rule.when() == null ? List.of() : rule.when().path(root).orElseThrow(); // agreed on before
    }

    /** Whether a row may have fields that the schema does not name itself. */
    private static boolean composes(Map<?, ?> schema) {
        return schema.containsKey("$ref")
                || Stream.of("allOf", "anyOf", "oneOf")
                        .map(schema::get)
                        .filter(List.class::isInstance)
                        .flatMap(parts -> ((List<?>) parts).stream())
                        .anyMatch(part -> part instanceof Map<?, ?> inner
                                && (inner.containsKey("properties") || composes(inner)));
    }

    private static Map<String, @Nullable Object> copy(Map<?, ?> map) {
        Map<String, @Nullable Object> copy = new LinkedHashMap<>();
        map.forEach((key, value) -> copy.put((String) key, value));
        return copy;
    }

    private static List<String> append(List<String> path, String name) {
        List<String> longer = new ArrayList<>(path);
        longer.add(name);
        return longer;
    }
}
