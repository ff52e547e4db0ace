package bizops.sandbox.zuora.zoql;

import bizops.sandbox.zuora.data.Field;
import bizops.sandbox.zuora.data.ObjectType;

/** What a query may name. */
public interface FieldAccess {
    boolean sees(ObjectType type);

    boolean sees(ObjectType type, Field field);
}
