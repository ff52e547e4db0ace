package bizops.sandbox;

import bizops.sandbox.control.MarketoPlanting;
import bizops.sandbox.control.MarketoTruth;
import bizops.sandbox.http.Usage;
import bizops.sandbox.marketo.data.DataType;
import bizops.sandbox.marketo.data.Instance;
import bizops.sandbox.marketo.rest.MarketoApi;
import bizops.sandbox.marketo.rest.MarketoCredentials;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The Marketo side of a running sandbox; its endpoint is the sandbox's address. Thread-safe. */
public final class MarketoSandbox {
    private final Instance instance;
    private final Object lock;
    private final MarketoApi api;
    private final MarketoTruth truth;
    private final MarketoPlanting planting;

    MarketoSandbox(Instance instance, Object lock, MarketoApi api) {
        this.instance = instance;
        this.lock = lock;
        this.api = api;
        this.truth = new MarketoTruth(instance);
        this.planting = new MarketoPlanting(instance);
    }

    public String clientId() {
        return MarketoCredentials.CLIENT_ID;
    }

    public String clientSecret() {
        return MarketoCredentials.CLIENT_SECRET;
    }

    /** A second service with the same secret, of a user who sees none of the first one's jobs. */
    public String otherClientId() {
        return MarketoCredentials.OTHER_CLIENT_ID;
    }

    /** Every row of a table with all fields and exact values; see {@link MarketoTruth}. */
    public List<Map<String, @Nullable Object>> truth(String name) {
        synchronized (lock) {
            return truth.rows(name);
        }
    }

    /** Adds a person and gives its number. */
    public long insertLead(Map<String, ? extends @Nullable Object> values) {
        synchronized (lock) {
            return planting.insert(values);
        }
    }

    /** Changes a person, with the activities that this leaves; null clears a field. */
    public void updateLead(long id, Map<String, ? extends @Nullable Object> values) {
        synchronized (lock) {
            planting.update(id, values);
        }
    }

    /** Changes a person as an import does: no activity tells of it. */
    public void updateLeadQuietly(long id, Map<String, ? extends @Nullable Object> values) {
        synchronized (lock) {
            planting.updateQuietly(id, values);
        }
    }

    /** Deletes a person for good. */
    public void deleteLead(long id) {
        synchronized (lock) {
            planting.delete(id);
        }
    }

    /** Merges the loser into the winner. */
    public void mergeLeads(long winner, long loser) {
        synchronized (lock) {
            planting.merge(winner, loser);
        }
    }

    /** Adds an activity that happened at a date and can be seen from another instant on; gives its marketoGUID. */
    public String addActivity(long leadId, int typeId, Instant date, Instant committedAt, Map<String, ?> attributes) {
        synchronized (lock) {
            return planting.activity(leadId, typeId, date, committedAt, attributes);
        }
    }

    /** Adds a custom field of this type, such as {@code string} or {@code date}. */
    public void addField(String name, String dataType) {
        synchronized (lock) {
            instance.fields().add(name, DataType.valueOf(dataType.toUpperCase(Locale.ROOT)));
        }
    }

    public void removeField(String name) {
        synchronized (lock) {
            instance.fields().remove(name);
        }
    }

    /** Adds a type of activities without a primary attribute; two names may differ by a space only. */
    public void addActivityType(int id, String name) {
        synchronized (lock) {
            planting.type(id, name);
        }
    }

    /** Adds a static list, which is also one of the lists; gives its number. */
    public long addStaticList(String name) {
        synchronized (lock) {
            return planting.list(name);
        }
    }

    /**
     * Sets a limit of the subscription: callsADay, callsInWindow, concurrency, bytesADay, queue, processing, jobSeconds,
     * queryToken.
     */
    public void limit(String name, long value) {
        api.limits().set(name, value);
    }

    /** The log of requests. */
    public Usage usage() {
        return api.usage();
    }
}
