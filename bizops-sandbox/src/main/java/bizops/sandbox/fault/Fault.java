package bizops.sandbox.fault;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One fault to arm; immutable.
 *
 * @param object only requests for this object count, null for all
 * @param path only requests whose path holds this text count, null for all
 * @param at the first counted request that fires, from 1
 * @param count how many counted requests fire from there on
 * @param seconds length of a stall, width of a window, delay of a commit; 0 for the fault's own default
 * @param field the field that FIELD_HIDDEN hides
 * @param rows rows that a page or file holds at most, or that are left out; 0 for the fault's own default
 * @param message what the vendor says, null for the fault's own default
 * @param percent how likely each of those requests is to fail; drawn the same way each time the fault is armed
 */
public record Fault(
        FaultName name,
        @Nullable String object,
        @Nullable String path,
        int at,
        int count,
        int seconds,
        @Nullable String field,
        int rows,
        @Nullable String message,
        int percent) {

    private static final int CERTAIN = 100;
    private static final List<String> KEYS =
            List.of("object", "path", "at", "count", "seconds", "field", "rows", "message", "percent");

    /** The fault with its usual settings. */
    public static Fault of(FaultName name) {
        return new Fault(name, null, null, 1, name.usualCount(), 0, null, 0, null, CERTAIN);
    }

    public Fault object(String newObject) {
        return new Fault(name, newObject, path, at, count, seconds, field, rows, message, percent);
    }

    public Fault path(String newPath) {
        return new Fault(name, object, newPath, at, count, seconds, field, rows, message, percent);
    }

    public Fault at(int newAt) {
        return new Fault(name, object, path, newAt, count, seconds, field, rows, message, percent);
    }

    public Fault count(int newCount) {
        return new Fault(name, object, path, at, newCount, seconds, field, rows, message, percent);
    }

    public Fault seconds(int newSeconds) {
        return new Fault(name, object, path, at, count, newSeconds, field, rows, message, percent);
    }

    public Fault field(String newField) {
        return new Fault(name, object, path, at, count, seconds, newField, rows, message, percent);
    }

    public Fault rows(int newRows) {
        return new Fault(name, object, path, at, count, seconds, field, newRows, message, percent);
    }

    public Fault message(String newMessage) {
        return new Fault(name, object, path, at, count, seconds, field, rows, newMessage, percent);
    }

    public Fault percent(int newPercent) {
        return new Fault(name, object, path, at, count, seconds, field, rows, message, newPercent);
    }

    /** Reads {@code name[:key=value,…]}, the form of the command line. */
    public static Fault parse(String text) {
        int colon = text.indexOf(':');
        Map<String, String> settings = new HashMap<>();
        if (colon >= 0) {
            for (String part : Pattern.compile(",").split(text.substring(colon + 1), -1)) {
                int equals = part.indexOf('=');
                if (equals < 0) {
                    throw new IllegalArgumentException("fault setting \"" + part + "\" is not key=value");
                }
                settings.put(part.substring(0, equals), part.substring(equals + 1));
            }
        }
        return of(colon < 0 ? text : text.substring(0, colon), settings);
    }

    /** The fault of this name with these settings, all as text; says what is wrong with them. */
    public static Fault of(String name, Map<String, String> settings) {
        FaultName known = FaultName.of(name)
                .orElseThrow(() -> new IllegalArgumentException("no fault \"" + name + "\"; there are: "
                        + FaultName.all().stream().map(FaultName::text).collect(Collectors.joining(", "))));
        settings.keySet().stream()
                .filter(key -> !KEYS.contains(key))
                .findFirst()
                .ifPresent(key -> {
                    throw new IllegalArgumentException(
                            "no fault setting \"" + key + "\"; there are: " + String.join(", ", KEYS));
                });
        if (!settings.keySet().containsAll(known.needs())) {
            throw new IllegalArgumentException("fault \"" + name + "\" needs " + String.join(" and ", known.needs()));
        }
        return new Fault(
                known,
                settings.get("object"),
                settings.get("path"),
                number(settings, "at", 1),
                number(settings, "count", known.usualCount()),
                number(settings, "seconds", 0),
                settings.get("field"),
                number(settings, "rows", 0),
                settings.get("message"),
                number(settings, "percent", CERTAIN));
    }

    private static int number(Map<String, String> settings, String key, int otherwise) {
        String text = settings.get(key);
        if (text == null) {
            return otherwise;
        }
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("fault setting " + key + "=\"" + text + "\" is no number", e);
        }
    }
}
