package bizops.sandbox.zuora.rest;

import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The files that wait to be downloaded, and the ids of files and jobs. Owned by the company's lock. */
final class FileStore {
    private final Map<String, ResultFile> files = new HashMap<>();
    private long serial;

    /** A new id of 32 digits. */
    String newId() {
        return "8ad0900094f7" + String.format(Locale.ROOT, "%020x", 0x4a31L << 32 | ++serial);
    }

    void keep(ResultFile file) {
        files.put(file.id(), file);
    }

    void purge(String id) {
        files.remove(id);
    }

    /** The file, if it is not purged by now. */
    Optional<ResultFile> find(String id, Instant now) {
        files.values().removeIf(file -> !file.until().isAfter(now));
        return Optional.ofNullable(files.get(id));
    }
}
