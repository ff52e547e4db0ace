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
import org.jspecify.annotations.Nullable;

/**
 * What the source held at each moment at which it may have been read. Formulas and roll-ups change without a stamp, and
 * the row with them is not read again, so a loaded row may be any of those that the source showed since the last stamp.
 */
final class History {
    private final Vendor vendor;
    private final Sandbox sandbox;
    private final Map<String, Map<String, Set<SourceRow>>> streams = new TreeMap<>();
    /** By stream, the rows as they were when last looked at: most are so still, and need no second look. */
    private final Map<String, Map<Map<String, @Nullable Object>, String>> keys = new HashMap<>();

    History(Vendor vendor, Sandbox sandbox) {
        this.vendor = vendor;
        this.sandbox = sandbox;
        vendor.streams().forEach(stream -> streams.put(stream, new HashMap<>()));
    }

    /** Looks at all rows; called after each change of the source. */
    void observe() {
        for (String stream : vendor.streams()) {
            Map<Map<String, @Nullable Object>, String> before = keys.getOrDefault(stream, Map.of());
            Map<Map<String, @Nullable Object>, String> now = new HashMap<>();
            for (Map<String, @Nullable Object> truth : vendor.truth(sandbox, stream)) {
                String key = before.get(truth);
                now.put(truth, key == null ? note(stream, vendor.row(stream, truth)) : key);
            }
            keys.put(stream, now);
            vendor.vanished(stream).ifPresent(left -> {
                Set<String> seen = new HashSet<>(now.values());
                of(stream).forEach((key, same) -> {
                    if (!seen.contains(key)) {
                        lose(same, left);
                    }
                });
            });
        }
    }

    private String note(String stream, SourceRow row) {
        Set<SourceRow> same = of(stream).computeIfAbsent(row.key(), key -> new LinkedHashSet<>());
        same.removeIf(earlier ->
                earlier.presence() != row.presence() || !earlier.changed().equals(row.changed()));
        same.add(row);
        return row.key();
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
