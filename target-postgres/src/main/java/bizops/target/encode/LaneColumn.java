package bizops.target.encode;

import bizops.target.table.ColumnType;
import bizops.target.table.ColumnType.Kind;
import bizops.target.table.Property;
import bizops.target.validate.NodeCheck;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** One column as the byte lane sees it: how its name stands in a line, its type and its check. Immutable. */
final class LaneColumn {
    final Kind kind;
    final LaneCheck check;
    final boolean key;
    final boolean required;
    final boolean textFallback;
    /** Any whole number of so many digits fits, and is written as it came. */
    final int wholeDigits;
    /** For decimals: digits that surely fit before and behind the point. */
    final int decimalDigits;

    final int decimalFraction;
    private final byte[] name;

    LaneColumn(Property property, NodeCheck check, boolean key, boolean required) {
        this.kind = property.type().kind();
        this.check = new LaneCheck(check);
        this.key = key;
        this.required = required;
        this.textFallback = property.textFallback();
        this.name = quoted(property.name());
        this.wholeDigits = switch (kind) {
            case SMALLINT -> 4;
            case INTEGER -> 9;
            case BIGINT -> 18;
            default -> 0;
        };
        int scale = scale(property.type());
        this.decimalFraction = scale;
        this.decimalDigits =
                property.type().isUnlimitedNumeric() ? Integer.MAX_VALUE : precision(property.type()) - scale;
    }

    /** The position behind the name and its closing quote, if the name begins there; else -1. */
    int nameEnd(byte[] line, int from, int end) {
        int stop = from + name.length;
        return stop <= end && Arrays.equals(line, from, stop, name, 0, name.length) ? stop : -1;
    }

    /** The name with its closing quote. One that JSON must write with an escape gets a byte that no line has. */
    private static byte[] quoted(String name) {
        boolean plain = name.chars().allMatch(c -> c >= ' ' && c != '"' && c != '\\');
        return (plain ? name + '"' : "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static int scale(ColumnType type) {
        int comma = type.sql().indexOf(',');
        if (type.isUnlimitedNumeric()) {
            return Integer.MAX_VALUE;
        }
        return comma < 0
                ? 0
                : Integer.parseInt(type.sql().substring(comma + 1, type.sql().length() - 1));
    }

    private static int precision(ColumnType type) {
        int comma = type.sql().indexOf(',');
        return comma < 0 ? 0 : Integer.parseInt(type.sql().substring("numeric(".length(), comma));
    }
}
