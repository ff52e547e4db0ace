package bizops.sandbox;

import bizops.sandbox.salesforce.data.CustomFields;
import bizops.sandbox.salesforce.data.Org;
import java.util.Set;

/** The fields of the running sandbox's Salesforce objects, as administrators change them; no row is stamped. Thread-safe. */
public final class SalesforceFields {
    private final Org org;
    private final CustomFields fields;

    SalesforceFields(Org org) {
        this.org = org;
        this.fields = new CustomFields(org);
    }

    /** Makes a custom field; definitions are those of {@link CustomFields}. */
    public void add(String object, String name, String definition) {
        synchronized (org) {
            fields.add(object, name, definition);
        }
    }

    /** Deletes a custom field with its values. */
    public void remove(String object, String name) {
        synchronized (org) {
            fields.remove(object, name);
        }
    }

    /** Gives a custom field another API name; its values stay. */
    public void rename(String object, String name, String newName) {
        synchronized (org) {
            fields.rename(object, name, newName);
        }
    }

    /** Changes a custom field to a type with values of the same kind. */
    public void retype(String object, String name, String definition) {
        synchronized (org) {
            fields.retype(object, name, definition);
        }
    }

    /** Takes the right to see a field. */
    public void hide(String object, String name) {
        synchronized (org) {
            fields.hide(object, name);
        }
    }

    /** Gives the right back. */
    public void show(String object, String name) {
        synchronized (org) {
            fields.show(object, name);
        }
    }

    /** The fields of an object that nobody may see; the truth has them nevertheless. */
    public Set<String> hidden(String object) {
        synchronized (org) {
            return Set.copyOf(org.schema().hidden(object));
        }
    }
}
