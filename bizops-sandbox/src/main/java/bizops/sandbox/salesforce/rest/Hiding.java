package bizops.sandbox.salesforce.rest;

import bizops.sandbox.fault.Faults;
import bizops.sandbox.fault.SalesforceFault;
import bizops.sandbox.salesforce.data.Field;
import bizops.sandbox.salesforce.data.SObject;
import bizops.sandbox.salesforce.data.Schema;
import bizops.sandbox.salesforce.soql.FieldAccess;

/** Field-level security: all is seen but what the org or an armed fault hides. */
final class Hiding implements FieldAccess {
    private final Schema schema;
    private final Faults faults;

    Hiding(Schema schema, Faults faults) {
        this.schema = schema;
        this.faults = faults;
    }

    @Override
    public boolean sees(SObject type) {
        return !faults.hides(SalesforceFault.OBJECT_HIDDEN, type.name(), null);
    }

    @Override
    public boolean sees(SObject type, Field field) {
        return !faults.hides(SalesforceFault.FIELD_HIDDEN, type.name(), field.name())
                && !schema.hidden(type.name()).contains(field.name());
    }
}
