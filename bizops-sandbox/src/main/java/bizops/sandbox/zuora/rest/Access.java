package bizops.sandbox.zuora.rest;

import bizops.sandbox.zuora.data.Field;
import bizops.sandbox.zuora.data.ObjectType;
import bizops.sandbox.zuora.zoql.FieldAccess;

/** What this tenant has. */
final class Access implements FieldAccess {
    private final Settings settings;

    Access(Settings settings) {
        this.settings = settings;
    }

    @Override
    public boolean sees(ObjectType type) {
        return type.usual() || settings.has(type.name());
    }

    @Override
    public boolean sees(ObjectType type, Field field) {
        return true;
    }
}
