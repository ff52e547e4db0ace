package bizops.singer.tap;

import bizops.singer.catalog.ReplicationMethod;
import bizops.singer.state.Bookmark;
import bizops.singer.state.ReplicationValue;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a stream reads by and writes to during one run. Rows are plain Java: String, Boolean, Integer, Long, BigInteger,
 * BigDecimal, {@link bizops.singer.json.Digits}, {@link Instant}, {@link java.time.LocalDate}, Map, List or null. Owned by the stream's thread.
 */
public interface SyncContext {
    /** How the stream is read this time. */
    ReplicationMethod method();

    /** The field that the bookmark follows; present exactly if the method is INCREMENTAL. */
    Optional<String> replicationKey();

    /**
     * Where to begin an incremental read, inclusive: the bookmark or, for points in time, {@code start_date} if that is
     * later. Empty means from the very beginning.
     */
    Optional<ReplicationValue> from();

    /** The setting {@code start_date}, for streams that reckon their own beginning. */
    Optional<Instant> startDate();

    /** The bookmark as it stands now: at first what the state said, later what this run reached. */
    Bookmark bookmark();

    /** Where the last run left a window or full load, in the stream's own terms; empty if it left none. */
    Map<String, @Nullable Object> position();

    /** When the run began, by the local clock. */
    Instant startedAt();

    /** The top-level fields that are wanted, in the schema's order: ask the source for these only. */
    List<String> selected();

    /** Whether the field at this path of names is wanted. */
    boolean isSelected(String... path);

    /** Says when the rows that follow were read from the source; without it the time of writing counts. */
    void extractedAt(Instant time);

    /** Sends one row; what is not selected is left out. */
    void write(Map<String, ? extends @Nullable Object> row);

    /** Sends one row that the source has deleted, its key at least. */
    void writeDeleted(Map<String, ? extends @Nullable Object> row, Instant deletedAt);

    /**
     * Says that every row up to a position was written, so that a run cut off after this goes on there. The map (plain
     * JSON values) replaces the position saved before and stands in the stream's bookmark under its own keys.
     */
    void savePosition(Map<String, ? extends @Nullable Object> position);

    /** {@link #savePosition}, and a STATE at once: for what must not be lost, such as the id of a job. */
    void savePositionNow(Map<String, ? extends @Nullable Object> position);

    /**
     * Makes an incremental read one that sends every row of the source again, because what is gone cannot be told in
     * another way: rows that follow carry a version, and ACTIVATE_VERSION ends the stream. A read that goes on at a saved
     * position keeps the version of its first half, one without a position begins a new one. The bookmark stays where it
     * is until {@link #advanceTo}.
     *
     * @return false, and nothing changes, if the setting {@code emit_activate_version_messages} is off
     */
    boolean resendAll();

    /**
     * Says that every row before {@code value} was written: moves the bookmark there and forgets the position. A value
     * behind the bookmark leaves the bookmark where it is. Only for incremental reads.
     */
    void advanceTo(Object value);
}
