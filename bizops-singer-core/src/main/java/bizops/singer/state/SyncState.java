package bizops.singer.state;

import bizops.singer.json.Json;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A tap's whole state. Streams and keys that the tap does not know are carried through untouched. Immutable: {@link
 * #with} answers a changed copy.
 */
public final class SyncState {
    private static final String BOOKMARKS = "bookmarks";
    private static final String SYNCING = "currently_syncing";
    /** What older Salesforce taps call it. */
    private static final String OLD_SYNCING = "current_stream";

    private static final List<String> VERSION_MAPS = List.of("activate_versions", "versions");

    private final Map<String, @Nullable Object> document;

    private SyncState(Map<String, @Nullable Object> document) {
        this.document = Collections.unmodifiableMap(document);
    }

    public static SyncState empty() {
        return new SyncState(Map.of());
    }

    /** The state in a parsed document of any known shape. */
    public static SyncState of(Map<String, ? extends @Nullable Object> document) {
        return new SyncState(new LinkedHashMap<>(document));
    }

    public boolean isEmpty() {
        return document.isEmpty();
    }

    /**
     * The bookmark of a stream, {@link Bookmark#NONE} if there is none.
     *
     * @param replicationKey the field it should follow, or null for a full load
     */
    public Bookmark bookmark(String id, @Nullable String replicationKey, ReplicationKind kind) {
        Object entry = bookmarks().get(id);
        if (entry == null && !document.containsKey(BOOKMARKS)) {
            entry = document.get(id);
        }
        Bookmark read = new BookmarkReader(id, replicationKey, kind).read(entry);
        return read.version() != null
                ? read
                : new Bookmark(read.replicationKey(), read.value(), topLevelVersion(id), read.position());
    }

    /** This state with another bookmark for one stream; an empty one removes the entry. */
    public SyncState with(String id, Bookmark bookmark) {
        Map<String, @Nullable Object> bookmarks = new LinkedHashMap<>(bookmarks());
        Map<String, @Nullable Object> entry = bookmark.json();
        if (bookmark.value() == null && bookmarks.get(id) instanceof Map<?, ?> before) {
            keepValue(before, entry);
        }
        if (entry.isEmpty()) {
            bookmarks.remove(id);
        } else {
            bookmarks.put(id, entry);
        }
        Map<String, @Nullable Object> changed = new LinkedHashMap<>();
        changed.put(BOOKMARKS, bookmarks);
        document.forEach(changed::putIfAbsent);
        if (!document.containsKey(BOOKMARKS)) {
            changed.remove(id);
        }
        forgetVersion(changed, id);
        return new SyncState(changed);
    }

    /** The stream that was being read when this state was written. */
    public Optional<String> currentlySyncing() {
        Object id = document.containsKey(SYNCING) ? document.get(SYNCING) : document.get(OLD_SYNCING);
        return id instanceof String text ? Optional.of(text) : Optional.empty();
    }

    /** This state with another stream being read, or none. */
    public SyncState syncing(@Nullable String id) {
        Map<String, @Nullable Object> changed = new LinkedHashMap<>(document);
        changed.remove(OLD_SYNCING);
        changed.remove(SYNCING);
        if (id != null) {
            changed.put(SYNCING, id);
        }
        return new SyncState(changed);
    }

    /** The document on one line. */
    public String json() {
        return Json.write(document);
    }

    @Override
    public String toString() {
        return json();
    }

    private Map<String, @Nullable Object> bookmarks() {
        Map<String, @Nullable Object> bookmarks = new LinkedHashMap<>();
        if (document.get(BOOKMARKS) instanceof Map<?, ?> entries) {
            entries.forEach((id, entry) -> bookmarks.put((String) id, entry));
        }
        return bookmarks;
    }

    /** A full load in between does not lose what an incremental one had reached. */
    private static void keepValue(Map<?, ?> before, Map<String, @Nullable Object> entry) {
        if (before.get(BookmarkReader.KEY) != null && before.get(BookmarkReader.VALUE) != null) {
            entry.put(BookmarkReader.KEY, before.get(BookmarkReader.KEY));
            entry.put(BookmarkReader.VALUE, before.get(BookmarkReader.VALUE));
        }
    }

    /** singer-python keeps versions beside the bookmarks since 6.5. */
    private @Nullable Long topLevelVersion(String id) {
        for (String key : VERSION_MAPS) {
            if (document.get(key) instanceof Map<?, ?> versions && versions.get(id) instanceof Number version) {
                return version.longValue();
            }
        }
        return null;
    }

    private static void forgetVersion(Map<String, @Nullable Object> document, String id) {
        for (String key : VERSION_MAPS) {
            if (document.get(key) instanceof Map<?, ?> versions && versions.containsKey(id)) {
                Map<Object, @Nullable Object> others = new LinkedHashMap<>(versions);
                others.remove(id);
                document.put(key, others);
            }
        }
    }
}
