package bizops.target.reshape.map;

import bizops.target.reshape.map.StreamMap.Change;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the setting, and says all that is wrong with it. Made for one configuration. */
final class MapReader {
    static final String ELSE = "__else__";
    private static final String NULL = "__NULL__";
    private static final Pattern OPTION = Pattern.compile("__\\w+__");
    private static final Pattern HASH = Pattern.compile("\\b(?:md5|sha\\w*|hashlib)\\b");

    private final Consumer<String> problems;

    /** @param problems takes each problem, one line */
    MapReader(Consumer<String> problems) {
        this.problems = problems;
    }

    /** In the setting's order. */
    List<StreamMap> streams(JsonNode setting) {
        List<StreamMap> maps = new ArrayList<>();
        setting.properties().forEach(stream -> {
            String name = stream.getKey();
            JsonNode map = stream.getValue();
            if (name.equals(ELSE)) {
                onlyNull(map, at(name));
            } else if (name.startsWith("__")) {
                problems.accept(at(name) + " is no option here; only " + ELSE + " is");
            } else if (isNull(map)) {
                maps.add(new StreamMap(Glob.of(name), null));
            } else if (map.isObject()) {
                maps.add(new StreamMap(Glob.of(name), change(name, map)));
            } else {
                problems.accept(at(name) + " must be an object, or null to leave the stream out; got " + map);
            }
        });
        return maps;
    }

    /** What stands for null, which a variable of the environment may not be able to say. */
    static boolean isNull(JsonNode value) {
        return value.isNull() || (value.isTextual() && value.asText().equals(NULL));
    }

    private Change change(String stream, JsonNode map) {
        @Nullable String alias = null;
        Optional<List<String>> keys = Optional.empty();
        boolean onlyNamed = false;
        Map<String, Optional<Expression>> properties = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> member : map.properties()) {
            String where = at(stream) + ": " + member.getKey();
            JsonNode value = member.getValue();
            switch (member.getKey()) {
                case "__alias__" -> alias = alias(value, where);
                case "__key_properties__" -> keys = Optional.of(keys(value, where));
                case ELSE -> onlyNamed = onlyNull(value, where);
                case "__filter__" -> filter(value, where);
                case "__source__" ->
                    problems.accept(where + " would make a second stream of one, which is not supported;"
                            + " make the second one in the database, as a view");
                default ->
                    property(stream, member.getKey(), value).ifPresent(made -> properties.put(member.getKey(), made));
            }
        }
        return new Change(Optional.ofNullable(alias), keys, onlyNamed, properties);
    }

    private @Nullable String alias(JsonNode value, String where) {
        if (value.isTextual() && !value.asText().isEmpty()) {
            return value.asText();
        }
        problems.accept(where + " must be the stream's new name, got " + value);
        return null;
    }

    private List<String> keys(JsonNode value, String where) {
        List<String> keys = new ArrayList<>();
        boolean valid = value.isArray() || isNull(value);
        for (JsonNode key : value) {
            valid &= key.isTextual();
            keys.add(key.asText());
        }
        if (!valid) {
            problems.accept(where + " must be a list of properties, or null for a stream without key; got " + value);
        }
        return keys;
    }

    private boolean onlyNull(JsonNode value, String where) {
        if (!isNull(value)) {
            problems.accept(where + " can only be null, which leaves out what is not named; got " + value);
        }
        return true;
    }

    private void filter(JsonNode value, String where) {
        if (!isNull(value)) {
            problems.accept(where + ' ' + value + " is an expression, and none is evaluated here;"
                    + " let the tap choose the records, or a view over the table");
        }
    }

    /** Empty if it is wrong. */
    private Optional<Optional<Expression>> property(String stream, String property, JsonNode value) {
        String where = at(stream) + ", property \"" + property + '"';
        if (OPTION.matcher(property).matches()) {
            problems.accept(where + " is no option here; they are __alias__, __key_properties__ and " + ELSE);
            return Optional.empty();
        }
        if (isNull(value)) {
            return Optional.of(Optional.empty());
        }
        if (!value.isTextual()) {
            problems.accept(where + " must be a text, or null to leave it out; got " + value);
            return Optional.empty();
        }
        Optional<Expression> made = Expression.of(value.asText(), property);
        if (made.isEmpty()) {
            problems.accept(where + ": " + value + " is an expression, and none is evaluated here; write the name of"
                    + " another property, record['its name'], a text in quotes, or null"
                    + (HASH.matcher(value.asText()).find() ? ". To hash a value use column_rules" : ""));
        }
        return made.isEmpty() ? Optional.empty() : Optional.of(made);
    }

    private static String at(String stream) {
        return "'stream_maps', \"" + stream + '"';
    }
}
