package bizops.sandbox.salesforce.soql;

import bizops.sandbox.salesforce.data.Field;
import bizops.sandbox.salesforce.data.SObject;

/** What field-level security lets the asking user see. */
public interface FieldAccess {
    boolean sees(SObject type);

    boolean sees(SObject type, Field field);
}
