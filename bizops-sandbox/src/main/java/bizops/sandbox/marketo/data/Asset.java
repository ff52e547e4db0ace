package bizops.sandbox.marketo.data;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A program, list, mail, page, form … with its values in the shape of the asset API. Owned by the org's lock. */
public final class Asset {
    private final long id;
    private final String name;
    private final Instant createdAt;
    private Instant updatedAt;
    private final Map<String, @Nullable Object> values = new LinkedHashMap<>();
    private final Map<String, @Nullable Object> details = new LinkedHashMap<>();

    Asset(long id, String name, Instant now) {
        this.id = id;
        this.name = name;
        this.createdAt = now;
        this.updatedAt = now;
    }

    public long id() {
        return id;
    }

    public String name() {
        return name;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant updatedAt() {
        return updatedAt;
    }

    /** What browsing shows, without id, name and times. */
    public Map<String, @Nullable Object> values() {
        return Collections.unmodifiableMap(values);
    }

    /** What only the request for this one asset shows: tags and costs of a program. */
    public Map<String, @Nullable Object> details() {
        return Collections.unmodifiableMap(details);
    }

    public Asset set(String key, @Nullable Object value) {
        values.put(key, value);
        return this;
    }

    /** Sets a detail; it does not move the time of the last update, as cost edits in Marketo do not. */
    public Asset detail(String key, @Nullable Object value) {
        details.put(key, value);
        return this;
    }

    public void touch(Instant now) {
        updatedAt = now;
    }
}
