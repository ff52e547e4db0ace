package bizops.target.encode;

import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * Copies a JSON value from the line into a jsonb column, as {@link JsonText} does from the parser, and gives up where
 * that one would find anything wrong. Owned by the thread that reads.
 */
final class LaneJson {
    private static final int NONE = -1;
    /** Deeper values are for the parser and its limit. */
    private static final int DEEPEST = 50;

    private final LaneText text = new LaneText();
    private final LaneNumber number = new LaneNumber();
    private final LaneCheck anything;

    LaneJson(LaneCheck anything) {
        this.anything = anything;
    }

    /** Puts the value that starts there; returns the position behind it, or -1. */
    int value(byte[] line, int at, int end, LaneCheck check, RowBuffer row, int depth) {
        if (at >= end || depth > DEEPEST) {
            return NONE;
        }
        return switch (line[at]) {
            case '{' -> check.takesObject ? object(line, at + 1, end, check, row, depth) : NONE;
            case '[' -> check.takesArray ? array(line, at + 1, end, check, row, depth) : NONE;
            case '"' -> string(line, at, end, check, row);
            case 't', 'f' -> {
                int stop = Lane.booleanEnd(line, at, end);
                if (stop < 0 || !check.passesBoolean(line[at] == 't')) {
                    yield NONE;
                }
                row.put(line, at, stop - at);
                yield stop;
            }
            case 'n' -> {
                int stop = Lane.nullEnd(line, at, end);
                if (stop < 0 || !check.takesNull) {
                    yield NONE;
                }
                row.put(line, at, stop - at);
                yield stop;
            }
            default -> {
                int stop = number.end(line, at, end);
                if (stop < 0 || !check.passesNumber(number.isWhole(), line, at, stop)) {
                    yield NONE;
                }
                row.put(line, at, stop - at);
                yield stop;
            }
        };
    }

    private int string(byte[] line, int at, int end, LaneCheck check, RowBuffer row) {
        row.put('"');
        int stop = text.copy(line, at + 1, end, row, true);
        row.put('"');
        boolean passes = stop > 0 && (check.anyText ? check.takesText : passesLength(check));
        return passes ? stop : NONE;
    }

    private boolean passesLength(LaneCheck check) {
        return check.limitsLengthOnly() && check.passesText(text.characters(), new byte[0], 0, 0);
    }

    private int object(byte[] line, int from, int end, LaneCheck check, RowBuffer row, int depth) {
        BitSet seen = check.required.isEmpty() ? null : new BitSet();
        row.put('{');
        int at = Lane.skipBlanks(line, from, end);
        boolean more = at < end && line[at] != '}';
        while (more) {
            int name = at;
            if (at >= end || line[at] != '"') {
                return NONE;
            }
            row.put('"');
            at = text.copy(line, at + 1, end, row, true);
            row.put('"');
            LaneCheck property = at < 0 ? null : property(line, name + 1, at - 1, check, seen);
            at = at < 0 ? NONE : Lane.after(line, at, end, ':');
            if (property == null || at < 0) {
                return NONE;
            }
            row.put(':');
            at = value(line, at, end, property, row, depth + 1);
            if (at < 0) {
                return NONE;
            }
            at = Lane.skipBlanks(line, at, end);
            more = at < end && line[at] == ',';
            if (more) {
                row.put(',');
                at = Lane.skipBlanks(line, at + 1, end);
            }
        }
        if (at >= end || line[at] != '}' || (seen != null && seen.cardinality() < check.required.size())) {
            return NONE;
        }
        row.put('}');
        return at + 1;
    }

    /** The check of the property of that name; null if it may not be there, or its name is not plain. */
    private @Nullable LaneCheck property(byte[] line, int from, int to, LaneCheck check, @Nullable BitSet seen) {
        if (check.properties.isEmpty() && seen == null && !check.closed) {
            return anything;
        }
        if (text.characters() != to - from) {
            return null;
        }
        String name = new String(line, from, to - from, StandardCharsets.US_ASCII);
        int index = check.required.indexOf(name);
        if (seen != null && index >= 0) {
            seen.set(index);
        }
        LaneCheck property = check.properties.get(name);
        return property == null && !check.closed ? anything : property;
    }

    private int array(byte[] line, int from, int end, LaneCheck check, RowBuffer row, int depth) {
        LaneCheck items = check.items(anything);
        row.put('[');
        int at = Lane.skipBlanks(line, from, end);
        int count = 0;
        boolean more = at < end && line[at] != ']';
        while (more) {
            at = value(line, at, end, items, row, depth + 1);
            if (at < 0) {
                return NONE;
            }
            count++;
            at = Lane.skipBlanks(line, at, end);
            more = at < end && line[at] == ',';
            if (more) {
                row.put(',');
                at = Lane.skipBlanks(line, at + 1, end);
            }
        }
        boolean counted = count >= check.leastItems && (check.greatestItems < 0 || count <= check.greatestItems);
        if (at >= end || line[at] != ']' || !counted) {
            return NONE;
        }
        row.put(']');
        return at + 1;
    }
}
