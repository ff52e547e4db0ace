package bizops.singer.tap;

import bizops.singer.catalog.ReplicationMethod;
import bizops.singer.catalog.StreamSchema;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One kind of row that a source offers. Only {@link #id}, {@link #schema} and {@link #sync} are needed; the rest has
 * defaults that fit a table which is read whole each time.
 *
 * <p>The kit does everything else: selection, SCHEMA and STATE messages, bookmarks, versions, metrics, progress.
 */
public interface Stream {
    /** The {@code tap_stream_id}, and the name in messages. */
    String id();

    /** All fields that the source has, selected or not. */
    StreamSchema schema();

    /** The names of the key; empty if rows have none, then they can only be appended. */
    default List<String> key() {
        return List.of();
    }

    /** The fields that a bookmark can follow, the default first; empty if the stream is always read whole. */
    default List<String> replicationKeys() {
        return List.of();
    }

    /** Whether some rows have no replication key. They are sent like others, so that its schema must admit null. */
    default boolean replicationKeyHasGaps() {
        return false;
    }

    /** The ways this stream can be read, the default first. */
    default List<ReplicationMethod> methods() {
        return replicationKeys().isEmpty()
                ? List.of(ReplicationMethod.FULL_TABLE)
                : List.of(ReplicationMethod.INCREMENTAL, ReplicationMethod.FULL_TABLE);
    }

    /** How rows of an incremental read come, which decides when the bookmark may move. */
    default RowOrder order() {
        return RowOrder.UNSORTED;
    }

    /** Whether {@link SyncContext#writeDeleted} is used: the schema sent then has {@code _sdc_deleted_at}. */
    default boolean marksDeletions() {
        return false;
    }

    /**
     * How late the source may show a change. Bookmarks of date-times and dates never pass the run's start less this;
     * what changes meanwhile comes again with the next run. Does not apply to {@link RowOrder#WINDOWS}.
     */
    default Duration lag() {
        return Duration.ZERO;
    }

    /** More catalog metadata of the stream, such as {@code selected-by-default} or {@code is-view}. */
    default Map<String, @Nullable Object> metadata() {
        return Map.of();
    }

    /**
     * Reads the rows and writes each to the context. Returning normally says that the read is complete.
     *
     * @throws Exception to fail this stream; the bookmark stays where it is safe
     */
    void sync(SyncContext sync) throws Exception;
}
