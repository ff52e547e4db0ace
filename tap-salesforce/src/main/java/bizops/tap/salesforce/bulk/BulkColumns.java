package bizops.tap.salesforce.bulk;

import bizops.tap.salesforce.convert.CsvColumn;
import bizops.tap.salesforce.discover.FieldDescription;
import bizops.tap.salesforce.discover.FieldKind;
import bizops.tap.salesforce.discover.ObjectDescription;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The columns that Bulk is asked for in place of fields: addresses and locations, which it refuses (Bulk API 2.0 guide,
 * "Considerations"), by their parts.
 */
final class BulkColumns {
    private static final List<String> PARTS = List.of(
            "street",
            "city",
            "stateCode",
            "state",
            "postalCode",
            "countryCode",
            "country",
            "latitude",
            "longitude",
            "geocodeAccuracy");
    private static final String CUSTOM_PART = "__s";

    private BulkColumns() {}

    /** One column for each field, and one for each part of a compound field. */
    static List<CsvColumn> of(ObjectDescription object, List<FieldDescription> fields) {
        List<CsvColumn> columns = new ArrayList<>();
        for (FieldDescription field : fields) {
            if (isCompound(field)) {
                columns.addAll(parts(object, field));
            } else {
                columns.add(CsvColumn.of(field));
            }
        }
        return columns;
    }

    /** The first field that Bulk cannot bring in any way. */
    static Optional<FieldDescription> unreadable(ObjectDescription object, List<FieldDescription> fields) {
        return fields.stream()
                .filter(field -> field.kind() == FieldKind.JSON
                        || (isCompound(field) && parts(object, field).isEmpty()))
                .findFirst();
    }

    private static boolean isCompound(FieldDescription field) {
        return field.kind() == FieldKind.ADDRESS || field.kind() == FieldKind.LOCATION;
    }

    private static List<CsvColumn> parts(ObjectDescription object, FieldDescription compound) {
        List<CsvColumn> columns = new ArrayList<>();
        for (FieldDescription field : object.fields()) {
            if (field.compound().equals(compound.name())) {
                part(field.name()).ifPresent(part -> columns.add(new CsvColumn(field, compound, part)));
            }
        }
        return columns;
    }

    /** {@code BillingStateCode} is the {@code stateCode}, {@code Place__Latitude__s} the {@code latitude}. */
    private static Optional<String> part(String field) {
        String name = field.endsWith(CUSTOM_PART) ? field.substring(0, field.length() - CUSTOM_PART.length()) : field;
        String folded = name.toLowerCase(Locale.ROOT);
        return PARTS.stream()
                .filter(part -> folded.endsWith(part.toLowerCase(Locale.ROOT)))
                .findFirst();
    }
}
