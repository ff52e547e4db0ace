package bizops.tap.zuora.convert;

import bizops.tap.zuora.discover.FieldDescription;
import bizops.tap.zuora.discover.FieldKind;

/** A column that was asked for, with what its values are, found out once for all rows. Immutable. */
record Column(FieldDescription field, FieldKind kind) {
    Column(FieldDescription field) {
        this(field, field.kind());
    }

    String name() {
        return field.name();
    }
}
