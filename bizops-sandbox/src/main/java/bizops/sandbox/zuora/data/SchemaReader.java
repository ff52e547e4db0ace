package bizops.sandbox.zuora.data;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads {@code objects.schema}; its head explains the format. */
final class SchemaReader {
    private static final Pattern FIELD =
            Pattern.compile("(\\w+) ([a-z]+)(?:\\((\\d+)\\))?((?: hidden| aqua)*)(?: rel=(\\w+))?(?: values (.+))?");
    private static final List<String> AUDIT = List.of(
            "Id text(32)",
            "CreatedById text(32)",
            "CreatedDate datetime",
            "UpdatedById text(32)",
            "UpdatedDate datetime");
    private static final int PICKLIST_LENGTH = 40;

    private final Map<String, ObjectType> objects = new LinkedHashMap<>();
    private @Nullable ObjectType current;

    Map<String, ObjectType> read(Stream<String> lines) {
        lines.filter(line -> !line.isBlank() && !line.startsWith("#")).forEach(this::line);
        return objects;
    }

    private void line(String line) {
        List<String> words = List.of(line.split(" "));
        if (words.get(0).equals("object")) {
            current = new ObjectType(
                    words.get(1),
                    words.get(2).replace('~', ' '),
                    Set.copyOf(words.subList(3, words.size())),
                    new LinkedHashMap<>(),
                    new LinkedHashMap<>());
            objects.put(key(words.get(1)), current);
        } else if (current == null) {
            throw new IllegalStateException("line before any object: " + line);
        } else if (words.get(0).equals("rel")) {
            current.relationships().put(key(words.get(1)), new Relationship(words.get(1), words.get(2)));
        } else {
            Map<String, Field> fields = current.fields();
            (line.equals("AUD") ? AUDIT : List.of(line))
                    .stream().map(SchemaReader::field).forEach(field -> fields.put(key(field.name()), field));
        }
    }

    /**
     * The field of one line.
     *
     * @throws IllegalArgumentException where it is none
     */
    static Field field(String line) {
        Matcher parts = FIELD.matcher(line);
        if (!parts.matches()) {
            throw new IllegalArgumentException("no field: " + line);
        }
        FieldType type = FieldType.valueOf(parts.group(2).toUpperCase(Locale.ROOT));
        String length = parts.group(3);
        String values = parts.group(6);
        return new Field(
                parts.group(1),
                type,
                length != null ? Integer.parseInt(length) : type == FieldType.PICKLIST ? PICKLIST_LENGTH : 0,
                !parts.group(4).contains("hidden"),
                parts.group(4).contains("aqua"),
                parts.group(5),
                values == null ? List.of() : List.of(values.split(";")));
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
