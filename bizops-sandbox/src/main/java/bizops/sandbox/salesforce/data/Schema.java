package bizops.sandbox.salesforce.data;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The object types of the org, and what of them its users may not see. Names and lengths: Salesforce object reference.
 * Owned by the org's lock: {@link CustomFields} come and go.
 */
public final class Schema {
    private final Map<String, SObject> objects;
    private final Map<String, Set<String>> hidden = new TreeMap<>();

    private Schema(Map<String, SObject> objects) {
        this.objects = objects;
    }

    /** Reads the schema that comes with the sandbox. */
    public static Schema load() {
        InputStream resource =
                Objects.requireNonNull(Schema.class.getResourceAsStream("objects.schema"), "objects.schema is missing");
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8))) {
            return new Schema(new SchemaReader().read(reader.lines()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Collection<SObject> objects() {
        return objects.values();
    }

    /** The object of that name, ignoring case. */
    public Optional<SObject> object(String name) {
        return Optional.ofNullable(objects.get(name.toLowerCase(Locale.ROOT)));
    }

    /** The object of that name, which must exist. */
    public SObject get(String name) {
        return object(name).orElseThrow(() -> new IllegalArgumentException("no object " + name));
    }

    /** The fields of an object that field-level security keeps from everybody, by name. */
    public Set<String> hidden(String object) {
        return Collections.unmodifiableSet(hidden.getOrDefault(get(object).name(), Set.of()));
    }

    void hide(SObject type, Field field) {
        hidden.computeIfAbsent(type.name(), key -> new TreeSet<>()).add(field.name());
    }

    void show(SObject type, Field field) {
        hidden.getOrDefault(type.name(), new TreeSet<>()).remove(field.name());
    }
}
