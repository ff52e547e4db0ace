package bizops.tap.marketo.discover;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An attribute of an activity type, by its display name. Immutable. */
public record Attribute(String name, String dataType) {
    static Optional<Attribute> of(@Nullable Object json) {
        return json instanceof Map<?, ?> fields && fields.get("name") instanceof String name
                ? Optional.of(new Attribute(name, fields.get("dataType") instanceof String type ? type : "string"))
                : Optional.empty();
    }
}
