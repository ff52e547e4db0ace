package bizops.singer.catalog;

import bizops.singer.error.ConfigException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How one stream is read, from what the tap forces, the user says and the tap's default. Used once. */
final class ReplicationChoice {
    private static final Logger LOG = LoggerFactory.getLogger(ReplicationChoice.class);

    private final StreamEntry source;
    private final StreamEntry users;
    /** Null until it was asked for, so that what is told of it is told once. */
    private @Nullable ReplicationMethod method;

    ReplicationChoice(StreamEntry source, StreamEntry users) {
        this.source = source;
        this.users = users;
    }

    /** Forced by the tap, else the user's metadata, else the user's stream-level field, else the tap's default. */
    ReplicationMethod method() {
        if (method == null) {
            method = chosen();
        }
        return method;
    }

    private ReplicationMethod chosen() {
        Optional<String> forced = metadata(source, "forced-replication-method");
        Optional<String> chosen =
                metadata(users, "replication-method").or(() -> Optional.ofNullable(users.replicationMethod()));
        if (forced.isPresent() && chosen.isPresent() && !forced.get().equalsIgnoreCase(chosen.get())) {
            LOG.warn("stream \"{}\" can only be read as {}, not as {}", source.id(), forced.get(), chosen.get());
        }
        String word = forced.or(() -> chosen)
                .or(() -> Optional.ofNullable(source.replicationMethod()))
                .orElse(ReplicationMethod.FULL_TABLE.name());
        return ReplicationMethod.of(word)
                .orElseThrow(() -> wrong(
                        "asks for the replication method \"" + word + "\"; use FULL_TABLE, INCREMENTAL or LOG_BASED"));
    }

    /** The field that the bookmark follows; present exactly if the method is INCREMENTAL. */
    Optional<String> key() {
        if (method() != ReplicationMethod.INCREMENTAL) {
            return Optional.empty();
        }
        String key = metadata(users, "replication-key")
                .or(() -> Optional.ofNullable(users.replicationKey()))
                .or(() -> Optional.ofNullable(source.replicationKey()))
                .orElseThrow(() -> wrong("is INCREMENTAL but has no replication key; set 'replication-key' in its"
                        + " metadata, or replicate it as FULL_TABLE"));
        List<String> valid = valid();
        if (!valid.isEmpty() && !valid.contains(key)) {
            throw wrong("has the replication key \"" + key + "\"; use one of " + String.join(", ", valid));
        }
        return Optional.of(key);
    }

    private List<String> valid() {
        List<String> valid = JsonValues.names(
                source.metadata(Breadcrumb.ROOT, "valid-replication-keys").orElse(null), "valid-replication-keys");
        return valid == null ? List.of() : valid;
    }

    private Optional<String> metadata(StreamEntry entry, String keyword) {
        @Nullable Object value = entry.metadata(Breadcrumb.ROOT, keyword).orElse(null);
        return Optional.ofNullable(JsonValues.text(value, "catalog: stream \"" + entry.id() + "\" '" + keyword + "'"));
    }

    private ConfigException wrong(String what) {
        return new ConfigException("catalog: stream \"" + source.id() + "\" " + what);
    }
}
