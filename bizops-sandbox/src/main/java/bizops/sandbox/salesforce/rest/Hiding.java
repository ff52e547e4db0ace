package bizops.sandbox.salesforce.rest;

import bizops.sandbox.fault.Faults;
import bizops.sandbox.fault.SalesforceFault;
import bizops.sandbox.salesforce.data.Field;
import bizops.sandbox.salesforce.data.SObject;
import bizops.sandbox.salesforce.soql.FieldAccess;

/** Field-level security as the armed faults set it: all is seen but what they hide. */
final class Hiding implements FieldAccess {
    private final Faults faults;

    Hiding(Faults faults) {
        this.faults = faults;
    }

    @Override
    public boolean sees(SObject type) {
        return !faults.hides(SalesforceFault.OBJECT_HIDDEN, type.name(), null);
    }

    @Override
    public boolean sees(SObject type, Field field) {
        return !faults.hides(SalesforceFault.FIELD_HIDDEN, type.name(), field.name());
    }
}
