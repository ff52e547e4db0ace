package bizops.dist.tapfaults;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a table holds otherwise than its source: rows too few, too many, not marked, or with another value. */
final class Differences {
    private static final int LONGEST = 60;

    private final Vendor vendor;
    private final Set<String> lost;
    private final List<String> found = new ArrayList<>();

    /**
     * Starts with none.
     *
     * @param lost columns, as {@code stream.column}, that were hidden at times: where they are null, nothing is amiss
     */
    Differences(Vendor vendor, Set<String> lost) {
        this.vendor = vendor;
        this.lost = Set.copyOf(lost);
    }

    /** Compares one table; both sides by key. */
    void compare(String stream, Map<String, Set<SourceRow>> source, Map<String, Map<String, @Nullable String>> table) {
        Map<String, Map<String, @Nullable String>> unknown = new TreeMap<>(table);
        source.forEach((key, forms) -> {
            Map<String, @Nullable String> values = unknown.remove(key);
            boolean gone = forms.stream().anyMatch(SourceRow::isGone);
            if (forms.stream().anyMatch(SourceRow::isUntold)) {
                note(values != null, "left over", stream, key, forms);
            } else if (values == null) {
                // A row that went before anybody read it was never known.
                note(!gone, "missing", stream, key, forms);
            } else if (gone) {
                note(!vendor.isDeleted(new LoadedRow(values)), "not marked as deleted", stream, key, forms);
            } else {
                compare(stream, key, forms, values);
            }
        });
        unknown.keySet().forEach(key -> note(true, "too many", stream, key, Set.of()));
    }

    private void compare(String stream, String key, Set<SourceRow> forms, Map<String, @Nullable String> loaded) {
        List<Map<String, String>> each =
                forms.stream().map(form -> wrong(stream, form.values(), loaded)).toList();
        if (each.stream().noneMatch(Map::isEmpty)) {
            found.add(stream + " " + key + ": " + each.get(each.size() - 1));
        }
    }

    private Map<String, String> wrong(
            String stream, Map<String, @Nullable String> source, Map<String, @Nullable String> loaded) {
        Map<String, String> wrong = new TreeMap<>();
        source.forEach((column, value) -> {
            String is = loaded.get(column);
            boolean isLost = is == null && lost.contains(stream + "." + column);
            if (!isLost && !(Objects.equals(value, is) && loaded.containsKey(column))) {
                wrong.put(column, shortened(is) + " in place of " + shortened(value));
            }
        });
        return wrong;
    }

    private void note(boolean amiss, String what, String stream, String key, Set<SourceRow> forms) {
        if (amiss) {
            found.add(stream + " " + key + ": " + what
                    + forms.stream().map(form -> " " + form.changed()).collect(Collectors.joining()));
        }
    }

    /** In quotes, unless it is null. */
    private static String shortened(@Nullable String value) {
        if (value == null) {
            return "null";
        }
        return '"' + (value.length() <= LONGEST ? value : value.substring(0, LONGEST) + "...") + '"';
    }

    /** All of them. */
    List<String> found() {
        return List.copyOf(found);
    }
}
