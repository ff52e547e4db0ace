package bizops.singer.tap;

import bizops.singer.error.InputException;
import bizops.singer.state.Bookmark;
import bizops.singer.state.ReplicationKind;
import bizops.singer.state.ReplicationValue;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Moves one stream's bookmark during a run, forward only. What {@link #bookmark} answers is safe at any moment: every
 * row that it covers was handed over by {@link #seen} before. Not thread-safe; its stream run guards it.
 */
final class StreamProgress {
    private final String id;
    private final @Nullable String replicationKey;
    private final ReplicationKind kind;
    private final RowOrder order;
    private final @Nullable ReplicationValue ceiling;

    private @Nullable ReplicationValue published;
    private @Nullable ReplicationValue lastSeen;
    private @Nullable Long version;
    private Map<String, @Nullable Object> position;

    /**
     * @param replicationKey null for a full load
     * @param ceiling what the bookmark must not pass, or null if nothing bounds it
     */
    StreamProgress(
            String id,
            @Nullable String replicationKey,
            ReplicationKind kind,
            RowOrder order,
            @Nullable ReplicationValue ceiling,
            Bookmark start) {
        this.id = id;
        this.replicationKey = replicationKey;
        this.kind = kind;
        this.order = order;
        this.ceiling = ceiling;
        this.published = start.value();
        this.version = start.version();
        this.position = start.position();
    }

    Bookmark bookmark() {
        return new Bookmark(published == null ? null : replicationKey, published, version, position);
    }

    /** A row with this value of the replication key was written; null moves nothing. */
    void seen(@Nullable Object value) {
        if (replicationKey == null || value == null || order == RowOrder.WINDOWS) {
            return;
        }
        ReplicationValue now = typed(value);
        if (order == RowOrder.SORTED) {
            if (lastSeen != null && now.compareTo(lastSeen) < 0) {
                throw new InputException("stream \"" + id + "\" should come sorted by \"" + replicationKey + "\", but "
                        + now + " came after " + lastSeen + "; report this to the tap's author");
            }
            lastSeen = now;
            publish(now);
        } else {
            lastSeen = now.max(lastSeen);
        }
    }

    /** Everything before the value was written; the position is left behind. */
    void advanceTo(Object value) {
        if (replicationKey == null) {
            throw new IllegalStateException("stream \"" + id + "\" is read whole and has no bookmark to move");
        }
        position = Map.of();
        ReplicationValue to = value instanceof ReplicationValue already ? already : typed(value);
        published = to.max(published);
    }

    void position(Map<String, @Nullable Object> saved) {
        position = saved;
    }

    Map<String, @Nullable Object> position() {
        return position;
    }

    void version(long started) {
        version = started;
    }

    Optional<Long> version() {
        return Optional.ofNullable(version);
    }

    /** The read is complete. */
    void complete() {
        if (order == RowOrder.UNSORTED && lastSeen != null) {
            publish(lastSeen);
        }
        version = null;
        if (replicationKey == null || order != RowOrder.WINDOWS) {
            position = Map.of();
        }
    }

    private void publish(ReplicationValue value) {
        ReplicationValue bounded = ceiling == null ? value : value.min(ceiling);
        published = bounded.max(published);
    }

    private ReplicationValue typed(Object value) {
        try {
            return ReplicationValue.of(value, kind);
        } catch (IllegalArgumentException wrong) {
            throw new InputException(
                    "stream \"" + id + "\", field \"" + replicationKey + "\": " + wrong.getMessage()
                            + "; no bookmark can follow it",
                    wrong);
        }
    }
}
