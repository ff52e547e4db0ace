package bizops.target.encode;

import bizops.singer.read.ByteSearch;
import bizops.target.table.ColumnType.Kind;
import bizops.target.validate.NodeCheck;
import org.jspecify.annotations.Nullable;

/**
 * Encodes records of the ordinary shape straight from the line's bytes, in about half the time that a parser's tokens
 * take (the benchmark {@code first} pays for it). It never refuses a record and never changes one: whatever is unusual,
 * wrong or to be counted makes it give up, and the record is read again through the parser, whose word counts. Owned by
 * the thread that reads.
 */
final class ByteLane {
    private static final int NONE = -1;
    /** After so many records in a row that were not for the lane, it is left out for a while. */
    private static final int PATIENCE = 16;

    private static final int PAUSE = 1000;

    private final LaneColumn[] columns;
    private final RowBuffer row;
    private final LaneText text = new LaneText();
    private final LaneNumber number = new LaneNumber();
    private final LaneJson json = new LaneJson(new LaneCheck(NodeCheck.ANYTHING));
    private final DateTimeText dateTime = new DateTimeText();
    private char[] characters = new char[64];
    private int failures;

    ByteLane(LaneColumn[] columns, RowBuffer row) {
        this.columns = columns;
        this.row = row;
    }

    /**
     * Puts the record whose brace stands at {@code from} into the row.
     *
     * @return the position behind it; -1 if it is for the parser, the row then holding anything
     */
    int read(byte[] line, int from, int end) {
        if (failures < 0) {
            failures++;
            return NONE;
        }
        int stop = record(line, from, end);
        if (stop >= 0) {
            failures = 0;
        } else if (++failures == PATIENCE) {
            failures = -PAUSE;
        }
        return stop;
    }

    private int record(byte[] line, int from, int end) {
        row.start(columns.length);
        int at = Lane.skipBlanks(line, from + 1, end);
        int expected = 0;
        while (at < end && line[at] == '"') {
            int column = find(line, at + 1, end, expected);
            if (column < 0 || row.isPresent(column)) {
                return NONE;
            }
            at = Lane.after(line, columns[column].nameEnd(line, at + 1, end), end, ':');
            at = at < 0 || at >= end ? NONE : field(column, line, at, end);
            if (at < 0) {
                return NONE;
            }
            at = Lane.skipBlanks(line, at, end);
            if (at >= end || line[at] != ',') {
                return at < end && line[at] == '}' && isComplete() ? at + 1 : NONE;
            }
            at = Lane.skipBlanks(line, at + 1, end);
            expected = column + 1;
        }
        return NONE;
    }

    private boolean isComplete() {
        for (int i = 0; i < columns.length; i++) {
            if ((columns[i].required && !row.isPresent(i)) || (columns[i].key && row.isNull(i))) {
                return false;
            }
        }
        return true;
    }

    /** The column of the name that begins there, looked for from {@code expected} on. */
    private int find(byte[] line, int from, int end, int expected) {
        for (int i = expected; i < columns.length; i++) {
            if (columns[i].nameEnd(line, from, end) >= 0) {
                return i;
            }
        }
        for (int i = 0; i < expected; i++) {
            if (columns[i].nameEnd(line, from, end) >= 0) {
                return i;
            }
        }
        return NONE;
    }

    private int field(int index, byte[] line, int at, int end) {
        LaneColumn column = columns[index];
        if (line[at] == 'n') {
            row.setNull(index);
            return column.check.takesNull ? Lane.nullEnd(line, at, end) : NONE;
        }
        row.begin(index);
        int stop = switch (column.kind) {
            case TEXT -> line[at] == '"' ? text(column, line, at, end) : scalar(column, line, at, end);
            case SMALLINT, INTEGER, BIGINT, NUMERIC -> number(column, line, at, end);
            case BOOLEAN -> bool(column, line, at, end);
            case JSONB -> jsonb(column, line, at, end);
            default -> line[at] == '"' ? special(column, line, at + 1, end) : NONE;
        };
        row.end();
        return stop;
    }

    private int text(LaneColumn column, byte[] line, int at, int end) {
        int from = row.length();
        int stop = text.copy(line, at + 1, end, row, false);
        boolean passes = stop > 0 && column.check.passesText(text.characters(), row.ensure(0), from, row.length());
        return passes ? stop : NONE;
    }

    /** A number or boolean for a text column. */
    private int scalar(LaneColumn column, byte[] line, int at, int end) {
        if (line[at] == 't' || line[at] == 'f') {
            return bool(column, line, at, end);
        }
        int stop = number.end(line, at, end);
        if (stop < 0 || !column.check.passesNumber(number.isWhole(), line, at, stop)) {
            return NONE;
        }
        row.put(line, at, stop - at);
        return stop;
    }

    private int bool(LaneColumn column, byte[] line, int at, int end) {
        int stop = Lane.booleanEnd(line, at, end);
        if (stop < 0 || !column.check.passesBoolean(line[at] == 't')) {
            return NONE;
        }
        row.put(line, at, stop - at);
        return stop;
    }

    private int number(LaneColumn column, byte[] line, int at, int end) {
        boolean quoted = line[at] == '"';
        int from = quoted ? at + 1 : at;
        int stop = number.end(line, from, end);
        if (stop < 0 || !fits(column)) {
            return NONE;
        }
        boolean passes = quoted
                ? column.kind == Kind.NUMERIC
                        && column.check.takesText
                        && column.check.anyText
                        && stop < end
                        && line[stop] == '"'
                : column.check.passesNumber(number.isWhole(), line, from, stop);
        if (!passes) {
            return NONE;
        }
        row.put(line, from, stop - from);
        return quoted ? stop + 1 : stop;
    }

    private boolean fits(LaneColumn column) {
        if (column.kind == Kind.NUMERIC) {
            return number.digits() <= column.decimalDigits && number.fraction() <= column.decimalFraction;
        }
        boolean written = column.kind == Kind.BIGINT || !number.isNegative();
        return number.isWhole() && written && number.digits() + (number.isNegative() ? 1 : 0) <= column.wholeDigits;
    }

    private int jsonb(LaneColumn column, byte[] line, int at, int end) {
        boolean struct = line[at] == '{' || line[at] == '[';
        return struct && column.key ? NONE : json.value(line, at, end, column.check, row, 0);
    }

    /** A text in a column of another type, without escapes. */
    private int special(LaneColumn column, byte[] line, int from, int end) {
        int to = ByteSearch.plainUntil(line, from, end);
        boolean plain = to > from && to < end && line[to] == '"';
        if (!plain || !column.check.takesText || !column.check.anyText) {
            return NONE;
        }
        boolean put = switch (column.kind) {
            case TIMESTAMPTZ ->
                (!column.textFallback && LaneTime.moment(line, from, to, row)) || moment(column, line, from, to);
            case DATE -> LaneTime.date(line, from, to, row) || date(line, from, to);
            case TIME -> time(line, from, to);
            case UUID -> uuid(line, from, to);
            default -> false;
        };
        return put ? to + 1 : NONE;
    }

    private boolean moment(LaneColumn column, byte[] line, int from, int to) {
        return dateTime.readDateTime(widened(line, from, to), 0, to - from)
                && isRight(dateTime.putTimestamp(row, column.textFallback));
    }

    private boolean date(byte[] line, int from, int to) {
        return dateTime.readDateTime(widened(line, from, to), 0, to - from) && isRight(dateTime.putDate(row));
    }

    private boolean time(byte[] line, int from, int to) {
        boolean read = dateTime.readTimeOfDay(widened(line, from, to), 0, to - from);
        if (read) {
            dateTime.putTime(row);
        }
        return read;
    }

    private static boolean isRight(@Nullable String problem) {
        return problem == null;
    }

    private boolean uuid(byte[] line, int from, int to) {
        if (to - from != 36) {
            return false;
        }
        for (int i = 0; i < 36; i++) {
            byte c = line[from + i];
            boolean hyphen = i == 8 || i == 13 || i == 18 || i == 23;
            if (hyphen ? c != '-' : Character.digit(c, 16) < 0) {
                return false;
            }
        }
        row.put(line, from, 36);
        return true;
    }

    private char[] widened(byte[] line, int from, int to) {
        if (characters.length < to - from) {
            characters = new char[to - from];
        }
        for (int i = from; i < to; i++) {
            characters[i - from] = (char) line[i];
        }
        return characters;
    }
}
