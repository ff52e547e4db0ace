package bizops.sandbox.zuora.data;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The objects of the tenant; owned by its lock, for {@link CustomFields} come and go. Names: Zuora's data source and SOAP object references. */
public final class Schema {
    private final Map<String, ObjectType> objects;

    private Schema(Map<String, ObjectType> objects) {
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

    public Collection<ObjectType> objects() {
        return objects.values();
    }

    /** The object of that name, ignoring case. */
    public Optional<ObjectType> object(String name) {
        return Optional.ofNullable(objects.get(name.toLowerCase(Locale.ROOT)));
    }

    /** The object of that name, which must exist. */
    public ObjectType get(String name) {
        return object(name).orElseThrow(() -> new IllegalArgumentException("no object " + name + " in Zuora"));
    }
}
