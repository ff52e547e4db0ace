package bizops.tap.zuora.discover;

import bizops.singer.catalog.Breadcrumb;
import bizops.singer.catalog.StreamEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Objects as a catalog of this tap remembers them, which spares their description. A catalog of another tap lacks the
 * vendor's types, without which a day and a moment look alike. Stateless.
 */
public final class CatalogObjects {
    private CatalogObjects() {}

    /** The object that the entry describes; empty if it does not say enough. */
    public static Optional<ObjectDescription> of(StreamEntry entry) {
        if (!(entry.schema().get("properties") instanceof Map<?, ?> properties)) {
            return Optional.empty();
        }
        List<FieldDescription> fields = new ArrayList<>();
        for (Object property : properties.keySet()) {
            String name = String.valueOf(property);
            if (name.equals(FieldSchemas.DELETED)) {
                continue;
            }
            Breadcrumb node = Breadcrumb.field(name);
            Optional<String> type = entry.metadata(node, FieldSchemas.TYPE).map(Object::toString);
            if (type.isEmpty()) {
                return Optional.empty();
            }
            fields.add(new FieldDescription(
                    name, type.get(), entry.metadata(node, FieldSchemas.JOINED).map(Object::toString)));
        }
        ObjectDescription object = new ObjectDescription(entry.id(), fields);
        return object.field(ObjectDescription.ID).map(id -> object);
    }
}
