package bizops.tap.zuora.discover;

import bizops.tap.zuora.discover.RawObject.RawField;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Picks what of an object can be exported. Owned by one thread. */
final class Exportable {
    private static final Logger LOG = LoggerFactory.getLogger(Exportable.class);
    /** Advertised as related to several objects; a query that joins it fails its whole job. */
    private static final Set<String> NEVER_JOINED = Set.of("SubscriptionStatusHistory");

    private final Set<String> unknownTypes = new LinkedHashSet<>();

    /** The object with its exportable fields and a column for the id of each related object. */
    ObjectDescription of(RawObject raw) {
        List<FieldDescription> fields = new ArrayList<>();
        Set<String> names = new LinkedHashSet<>();
        for (RawField field : raw.fields()) {
            if (field.exportable()
                    && field.selectable()
                    && !field.name().isEmpty()
                    && names.add(folded(field.name()))) {
                fields.add(FieldDescription.own(field.name(), field.type()));
                warnOfType(raw.name(), field);
            }
        }
        if (!fields.isEmpty()) {
            for (String relation : raw.relations()) {
                FieldDescription join = FieldDescription.join(relation);
                boolean joins = !relation.equalsIgnoreCase(raw.name()) && !NEVER_JOINED.contains(relation);
                if (joins && names.add(folded(join.name()))) {
                    fields.add(join);
                }
            }
        }
        return new ObjectDescription(raw.name(), fields);
    }

    private void warnOfType(String object, RawField field) {
        if (FieldKind.of(field.type()).isEmpty() && unknownTypes.add(folded(field.type()))) {
            LOG.warn(
                    "object {}, field {}: the type \"{}\" is not known; fields of it are read as text",
                    object,
                    field.name(),
                    field.type());
        }
    }

    private static String folded(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
