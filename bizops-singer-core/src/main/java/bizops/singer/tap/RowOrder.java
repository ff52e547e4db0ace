package bizops.singer.tap;

/** In which order rows come, and so when a bookmark may move. */
public enum RowOrder {
    /** In no order: the bookmark moves to the greatest value once the stream is complete. */
    UNSORTED,
    /** By the replication key, ascending: the bookmark follows row by row; a smaller value fails the stream. */
    SORTED,
    /**
     * Window after window, ascending: the stream itself says by {@link SyncContext#advanceTo} that all before the
     * window's end was read, and may leave a {@link SyncContext#savePosition position} inside.
     */
    WINDOWS
}
