package bizops.singer.config;

import bizops.singer.error.ConfigException;
import java.util.ArrayList;
import java.util.List;

/** Collects everything that is wrong, so that a user mends it all at once. Owned by one thread. */
public final class Problems {
    private final List<String> lines = new ArrayList<>();

    /** Notes one problem: one line that names the setting and says what it must be. */
    public void add(String line) {
        lines.add(line);
    }

    /** Throws if any problem was noted. */
    public void throwIfAny() {
        if (!lines.isEmpty()) {
            throw new ConfigException(lines);
        }
    }
}
