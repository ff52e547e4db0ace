package bizops.cli.project;

import bizops.singer.error.Suggestion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.everit.json.schema.ConstSchema;
import org.everit.json.schema.EnumSchema;
import org.everit.json.schema.ObjectSchema;
import org.everit.json.schema.Schema;
import org.everit.json.schema.ValidationException;
import org.everit.json.schema.loader.SchemaLoader;
import org.json.JSONObject;

/** The published JSON Schema of {@code bizops.yml}, and what it finds. Stateless. */
public final class ProjectSchema {
    private static final Pattern BRACKETS = Pattern.compile("\\[(.*)\\]");
    private static final Pattern TYPES = Pattern.compile("expected type: (\\w+), found: (\\w+)");

    /** What YAML calls the types that the validator names by classes. */
    private static final Map<String, String> NAMES = Map.of(
            "JSONObject", "a mapping (lines of key: value)",
            "JSONArray", "a list",
            "String", "a text",
            "Integer", "a whole number",
            "Number", "a number",
            "Boolean", "true or false",
            "Null", "nothing");

    private ProjectSchema() {}

    /** The schema itself. */
    public static String text() {
        try (InputStream in = ProjectSchema.class.getResourceAsStream("bizops.schema.json")) {
            if (in == null) {
                throw new IllegalStateException("no resource bizops.schema.json");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static void check(LocatedYaml yaml, Consumer<String> problems) {
        try {
            SchemaLoader.builder()
                    .schemaJson(new JSONObject(text()))
                    .draftV7Support()
                    .schemaClient(url -> {
                        throw new IllegalStateException("the schema refers to " + url);
                    })
                    .build()
                    .load()
                    .build()
                    .validate(new JSONObject(yaml.root().toString()));
        } catch (ValidationException invalid) {
            leaves(invalid).forEach(leaf -> problems.accept(line(yaml, leaf)));
        }
    }

    private static List<ValidationException> leaves(ValidationException invalid) {
        // A name that does not fit has one cause, which points at the mapping and not at the name.
        return invalid.getCausingExceptions().isEmpty()
                ? List.of(invalid)
                : invalid.getCausingExceptions().stream()
                        .flatMap(cause -> leaves(cause).stream())
                        .toList();
    }

    private static String line(LocatedYaml yaml, ValidationException leaf) {
        String pointer = leaf.getPointerToViolation().substring(1);
        String keyword = String.valueOf(leaf.getKeyword());
        Schema schema = leaf.getViolatedSchema();
        Matcher named = BRACKETS.matcher(leaf.getErrorMessage());
        String name = named.find() ? named.group(1) : "";
        if (keyword.equals("additionalProperties") && schema instanceof ObjectSchema object) {
            return yaml.place(LocatedYaml.member(pointer, name)) + ": unknown key"
                    + Suggestion.hint(name, object.getPropertySchemas().keySet());
        }
        if (keyword.equals("required")) {
            return yaml.place(pointer) + ": '" + name + "' is missing";
        }
        if (keyword.equals("enum") && schema instanceof EnumSchema choice) {
            return yaml.place(pointer) + ": must be one of "
                    + String.join(
                            ", ",
                            new TreeSet<>(choice.getPossibleValues().stream()
                                    .map(String::valueOf)
                                    .toList()));
        }
        if (schema instanceof ConstSchema only) {
            return yaml.place(pointer) + ": must be " + only.getPermittedValue();
        }
        return yaml.place(pointer) + ": " + typed(leaf.getErrorMessage());
    }

    private static String typed(String message) {
        Matcher types = TYPES.matcher(message);
        return types.matches() ? "must be " + named(types.group(1)) + ", got " + named(types.group(2)) : message;
    }

    private static String named(String type) {
        return NAMES.getOrDefault(type, type);
    }
}
