package bizops.sandbox.zuora.rest;

import bizops.sandbox.fault.Faults;
import bizops.sandbox.fault.ZuoraFault;
import bizops.sandbox.zuora.data.Field;
import bizops.sandbox.zuora.data.ObjectType;
import bizops.sandbox.zuora.zoql.FieldAccess;

/**
 * What this tenant has, and which of it one of its APIs takes: describe offers more than queries take, and AQuA takes more
 * than object export.
 */
final class Access implements FieldAccess {
    /** Who asks. */
    enum For {
        DESCRIBE,
        AQUA,
        EXPORT
    }

    private final Settings settings;
    private final Faults faults;
    private final For who;

    Access(Settings settings, Faults faults, For who) {
        this.settings = settings;
        this.faults = faults;
        this.who = who;
    }

    @Override
    public boolean sees(ObjectType type) {
        return (type.usual() || settings.has(type.name()))
                && !faults.hides(ZuoraFault.OBJECT_HIDDEN, type.name(), null);
    }

    @Override
    public boolean sees(ObjectType type, Field field) {
        return !faults.hides(ZuoraFault.FIELD_HIDDEN, type.name(), field.name())
                && (who == For.DESCRIBE || !faults.hides(ZuoraFault.FIELD_REJECTED, type.name(), field.name()))
                && !(who == For.EXPORT && field.onlyAqua());
    }
}
