package bizops.dist.tapfaults;

import bizops.sandbox.Sandbox;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/**
 * What the source held at each moment at which it may have been read. Formulas and roll-ups change without a stamp, and
 * the row with them is not read again, so a loaded row may be any of those that the source showed since the last stamp.
 */
final class History {
    private final Vendor vendor;
    private final Sandbox sandbox;
    private final Map<String, Map<String, Set<SourceRow>>> streams = new TreeMap<>();

    History(Vendor vendor, Sandbox sandbox) {
        this.vendor = vendor;
        this.sandbox = sandbox;
        vendor.streams().forEach(stream -> streams.put(stream, new HashMap<>()));
    }

    /** Looks at all rows; called after each change of the source. */
    void observe() {
        for (String stream : vendor.streams()) {
            Map<String, Set<SourceRow>> rows = of(stream);
            Set<String> unseen = new HashSet<>(rows.keySet());
            for (SourceRow row : vendor.truth(sandbox, stream)) {
                unseen.remove(row.key());
                Set<SourceRow> same = rows.computeIfAbsent(row.key(), key -> new LinkedHashSet<>());
                same.removeIf(earlier -> earlier.presence() != row.presence()
                        || !earlier.changed().equals(row.changed()));
                same.add(row);
            }
            vendor.vanished(stream)
                    .ifPresent(left -> unseen.forEach(key -> lose(Objects.requireNonNull(rows.get(key)), left)));
        }
    }

    private static void lose(Set<SourceRow> same, SourceRow.Presence left) {
        List<SourceRow> lost = same.stream().map(row -> row.as(left)).toList();
        same.clear();
        same.addAll(lost);
    }

    /** Whether nothing has changed for that long, by the source's clock. */
    boolean isQuietFor(Duration time) {
        Instant since = sandbox.now().minus(time);
        return streams.values().stream()
                .flatMap(rows -> rows.values().stream())
                .flatMap(Set::stream)
                .noneMatch(row -> row.changed().isAfter(since));
    }

    /** By key, the forms that a row had since the source last stamped it, oldest first. */
    Map<String, Set<SourceRow>> of(String stream) {
        return Objects.requireNonNull(streams.get(stream));
    }
}
