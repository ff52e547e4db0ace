package bizops.sandbox.salesforce.data;

import java.util.ArrayList;
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
    private static final Pattern TYPE = Pattern.compile("([a-z]+)(?:\\(([^)]*)\\))?");
    private static final Map<FieldType, int[]> DEFAULT_SIZES = Map.of(
            FieldType.ID, new int[] {18, 0, 0},
            FieldType.REFERENCE, new int[] {18, 0, 0},
            FieldType.PICKLIST, new int[] {255, 0, 0},
            FieldType.PHONE, new int[] {40, 0, 0},
            FieldType.EMAIL, new int[] {80, 0, 0},
            FieldType.ANYTYPE, new int[] {0, 0, 0},
            FieldType.INT, new int[] {0, 8, 0},
            FieldType.CURRENCY, new int[] {0, 18, 2},
            FieldType.PERCENT, new int[] {0, 3, 0});
    private static final List<String> AUDIT = List.of(
            "Id id",
            "IsDeleted boolean !",
            "CreatedDate datetime !",
            "CreatedById reference(User) ! rel=CreatedBy",
            "LastModifiedDate datetime !",
            "LastModifiedById reference(User) ! rel=LastModifiedBy",
            "SystemModstamp datetime !");
    private static final List<String> VIEW =
            List.of("LastActivityDate date", "LastViewedDate datetime", "LastReferencedDate datetime");

    private final Map<String, SObject> objects = new LinkedHashMap<>();
    private @Nullable SObject current;

    Map<String, SObject> read(Stream<String> lines) {
        lines.filter(line -> !line.isBlank() && !line.startsWith("#")).forEach(this::line);
        return objects;
    }

    private void line(String line) {
        if (line.startsWith("object ")) {
            List<String> words = List.of(line.split(" "));
            String name = words.get(1);
            current = new SObject(
                    name,
                    words.get(2),
                    words.get(3).replace('~', ' '),
                    Set.copyOf(words.subList(4, words.size())),
                    new LinkedHashMap<>());
            objects.put(name.toLowerCase(Locale.ROOT), current);
        } else {
            expand(line).forEach(this::put);
        }
    }

    private static List<String> expand(String line) {
        if (line.equals("AUD")) {
            return AUDIT;
        }
        if (line.equals("VIEW")) {
            return VIEW;
        }
        return line.startsWith("ADDR") ? address(line.substring("ADDR".length()).strip()) : List.of(line);
    }

    private static List<String> address(String prefix) {
        String part = " part=" + prefix + "Address";
        return List.of(
                prefix + "Street textarea(255)" + part,
                prefix + "City string(40)" + part,
                prefix + "State string(80)" + part,
                prefix + "PostalCode string(20)" + part,
                prefix + "Country string(80)" + part,
                prefix + "Latitude double(18,15)" + part,
                prefix + "Longitude double(18,15)" + part,
                prefix + "GeocodeAccuracy picklist" + part,
                prefix + "Address address");
    }

    private void put(String line) {
        if (current == null) {
            throw new IllegalStateException("field before any object: " + line);
        }
        Field field = field(line);
        current.fields().put(field.name().toLowerCase(Locale.ROOT), field);
    }

    /**
     * The field of one line.
     *
     * @throws IllegalArgumentException where it is none
     */
    static Field field(String line) {
        int valuesAt = line.indexOf(" values ");
        List<String> values =
                valuesAt < 0 ? List.of() : List.of(line.substring(valuesAt + 8).split(";"));
        List<String> words = List.of((valuesAt < 0 ? line : line.substring(0, valuesAt)).split(" "));
        Matcher type = TYPE.matcher(words.get(1));
        if (!type.matches()) {
            throw new IllegalArgumentException("no field type: " + line);
        }
        FieldType fieldType = FieldType.valueOf(type.group(1).toUpperCase(Locale.ROOT));
        List<String> arguments =
                type.group(2) == null ? List.of() : List.of(type.group(2).split(","));
        int[] sizes = sizes(fieldType, arguments);
        boolean id = fieldType == FieldType.ID;
        return new Field(
                words.get(0),
                fieldType,
                sizes[0],
                sizes[1],
                sizes[2],
                id || words.contains("!"),
                words.contains("formula"),
                words.contains("cascade"),
                fieldType == FieldType.REFERENCE ? new ArrayList<>(arguments) : List.of(),
                option(words, "rel="),
                option(words, "part="),
                values);
    }

    private static int[] sizes(FieldType type, List<String> arguments) {
        int[] sizes = DEFAULT_SIZES.getOrDefault(type, new int[3]).clone();
        if (type != FieldType.REFERENCE && arguments.size() == 1) {
            sizes[0] = Integer.parseInt(arguments.get(0));
        } else if (type != FieldType.REFERENCE && arguments.size() == 2) {
            sizes[1] = Integer.parseInt(arguments.get(0));
            sizes[2] = Integer.parseInt(arguments.get(1));
        }
        return sizes;
    }

    private static @Nullable String option(List<String> words, String prefix) {
        return words.stream()
                .filter(word -> word.startsWith(prefix))
                .map(word -> word.substring(prefix.length()))
                .findFirst()
                .orElse(null);
    }
}
