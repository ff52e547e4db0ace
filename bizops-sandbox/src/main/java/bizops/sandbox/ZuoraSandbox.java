package bizops.sandbox;

import bizops.sandbox.control.ZuoraPlanting;
import bizops.sandbox.control.ZuoraTruth;
import bizops.sandbox.http.Usage;
import bizops.sandbox.zuora.data.CustomFields;
import bizops.sandbox.zuora.data.Tenant;
import bizops.sandbox.zuora.rest.Credentials;
import bizops.sandbox.zuora.rest.ZuoraApi;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The Zuora side of a running sandbox, at the sandbox's address and on its clock. Thread-safe. */
public final class ZuoraSandbox {
    private final Tenant tenant;
    private final ZuoraApi api;
    private final Object lock;

    ZuoraSandbox(Tenant tenant, ZuoraApi api, Object lock) {
        this.tenant = tenant;
        this.api = api;
        this.lock = lock;
    }

    public String clientId() {
        return Credentials.CLIENT_ID;
    }

    public String clientSecret() {
        return Credentials.CLIENT_SECRET;
    }

    /** For the headers {@code apiAccessKeyId} and {@code apiSecretAccessKey}, and for HTTP Basic. */
    public String username() {
        return Credentials.USERNAME;
    }

    public String password() {
        return Credentials.PASSWORD;
    }

    /** For AQuA's stateful mode. */
    public String partner() {
        return Credentials.PARTNER;
    }

    /** Every row of an object with all fields and exact values; see {@link ZuoraTruth}. */
    public List<Map<String, @Nullable Object>> truth(String object) {
        synchronized (lock) {
            return new ZuoraTruth(tenant).rows(object);
        }
    }

    /** Whether no transaction is under way whose rows are in the truth and not yet in what the APIs answer. */
    public boolean isCommitted() {
        synchronized (lock) {
            return tenant.isCommitted();
        }
    }

    /** The truth as JSON lines. */
    public String truthLines(String object) {
        synchronized (lock) {
            return Sandbox.text(new ZuoraTruth(tenant).lines(object));
        }
    }

    /** Adds a row and gives its id. */
    public String insert(String object, Map<String, ? extends @Nullable Object> values) {
        synchronized (lock) {
            return new ZuoraPlanting(tenant).insert(object, values);
        }
    }

    /** Adds rows in one second, as a bill run does; each has the values given. */
    public void burst(String object, int rows, Map<String, ? extends @Nullable Object> values) {
        synchronized (lock) {
            ZuoraPlanting planting = new ZuoraPlanting(tenant);
            for (int i = 0; i < rows; i++) {
                planting.insert(object, values);
            }
        }
    }

    /** Changes a row; null clears a value. */
    public void update(String object, String id, Map<String, ? extends @Nullable Object> values) {
        synchronized (lock) {
            new ZuoraPlanting(tenant).update(object, id, values);
        }
    }

    /** Changes a row as Zuora does with values that it computes: UpdatedDate stays. */
    public void updateUnstamped(String object, String id, Map<String, ? extends @Nullable Object> values) {
        synchronized (lock) {
            new ZuoraPlanting(tenant).updateUnstamped(object, id, values);
        }
    }

    public void delete(String object, String id) {
        synchronized (lock) {
            new ZuoraPlanting(tenant).delete(object, id);
        }
    }

    /** Makes a custom field; definitions are those of {@link CustomFields}. No row is stamped. */
    public void addField(String object, String name, String definition) {
        synchronized (lock) {
            new CustomFields(tenant).add(object, name, definition);
        }
    }

    /** Deletes a custom field with its values. */
    public void removeField(String object, String name) {
        synchronized (lock) {
            new CustomFields(tenant).remove(object, name);
        }
    }

    /** Moves the tenant to another time zone; New York is the usual one. */
    public void zone(ZoneId zone) {
        synchronized (lock) {
            api.settings().setZone(zone);
        }
    }

    /** Switches on an object that not every tenant has: {@code CreditMemo}. */
    public void enable(String object) {
        synchronized (lock) {
            api.settings().enable(object);
        }
    }

    /** The log of requests to Zuora. */
    public Usage usage() {
        return api.usage();
    }
}
