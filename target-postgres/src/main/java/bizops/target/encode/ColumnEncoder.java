package bizops.target.encode;

import bizops.target.table.ColumnType;
import bizops.target.table.Property;
import bizops.target.validate.BadValues;
import bizops.target.validate.LenientText;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Turns the parser's current value into the COPY text of one column, from the token's own characters. Nothing but jsonb
 * comes here as an object or array. Owned by the thread that reads.
 */
final class ColumnEncoder {
    /** Any whole number written with so few characters is a bigint. */
    private static final int SURELY_BIGINT = 18;

    private static final Pattern UUID = Pattern.compile("\\{?[0-9a-fA-F]{8}-?([0-9a-fA-F]{4}-?){3}[0-9a-fA-F]{12}\\}?");
    private static final Set<String> NO_NUMBERS = Set.of("NaN", "Infinity", "-Infinity");

    private final DateTimeText dateTime = new DateTimeText();
    private @Nullable ColumnType wider;
    private boolean datesLeftOut;

    /**
     * Puts the value, or nothing and returns what is wrong with it.
     *
     * @return null if the value was put; a problem if it was not, unless {@link #wider} says how it could be
     */
    @Nullable
    String put(Property property, JsonParser parser, JsonToken token, RowBuffer row) throws IOException {
        wider = null;
        datesLeftOut = false;
        return switch (property.type().kind()) {
            case TEXT -> text(parser, token, row);
            case SMALLINT, INTEGER, BIGINT -> integer(property.type(), parser, token, row);
            case NUMERIC -> number(property.type(), parser, token, row);
            case BOOLEAN -> bool(parser, token, row);
            case TIMESTAMPTZ -> timestamp(property, parser, token, row);
            case DATE -> date(parser, token, row);
            case TIME -> time(parser, token, row);
            case UUID -> uuid(parser, token, row);
            case BYTEA -> bytes(property, parser, token, row);
            default -> throw new IllegalStateException("no encoder for " + property);
        };
    }

    /** After a problem: the type that the column needs for this value; null if none helps. */
    @Nullable
    ColumnType wider() {
        return wider;
    }

    /** Whether the value put was a date-time, of which a time column took the time. */
    boolean datesLeftOut() {
        return datesLeftOut;
    }

    private static @Nullable String text(JsonParser parser, JsonToken token, RowBuffer row) throws IOException {
        if (token == JsonToken.VALUE_STRING) {
            Characters.text(parser.getTextCharacters(), parser.getTextOffset(), parser.getTextLength(), row);
        } else {
            row.put(parser.getTextCharacters(), parser.getTextOffset(), parser.getTextLength());
        }
        return null;
    }

    private @Nullable String integer(ColumnType type, JsonParser parser, JsonToken token, RowBuffer row)
            throws IOException {
        boolean bigint = type.kind() == ColumnType.Kind.BIGINT;
        if (bigint && token == JsonToken.VALUE_NUMBER_INT && parser.getTextLength() <= SURELY_BIGINT) {
            row.put(parser.getTextCharacters(), parser.getTextOffset(), parser.getTextLength());
            return null;
        }
        String literal = numberLiteral(parser, token);
        String digits = literal == null ? null : NumberText.whole(literal);
        if (digits == null) {
            return shown(parser) + " is no whole number";
        }
        ColumnType needed = NumberText.isBigint(digits) ? smallest(type, Long.parseLong(digits)) : ColumnType.NUMERIC;
        if (!needed.equals(type)) {
            wider = needed;
            return shown(parser) + " is outside the range of " + type.sql();
        }
        row.put(digits);
        return null;
    }

    private static ColumnType smallest(ColumnType type, long value) {
        boolean fits = switch (type.kind()) {
            case SMALLINT -> value == (short) value;
            case INTEGER -> value == (int) value;
            default -> true;
        };
        return fits ? type : ColumnType.BIGINT;
    }

    private @Nullable String number(ColumnType type, JsonParser parser, JsonToken token, RowBuffer row)
            throws IOException {
        if (token == JsonToken.VALUE_STRING && NO_NUMBERS.contains(parser.getText())) {
            return noNumber(type, parser.getText(), row);
        }
        String literal = numberLiteral(parser, token);
        if (literal == null) {
            return shown(parser) + " is no number";
        }
        if (!NumberText.fits(literal)) {
            return shown(parser) + " has more digits than numeric holds";
        }
        if (!type.isUnlimitedNumeric() && !type.equals(exactly(type, literal))) {
            wider = ColumnType.NUMERIC;
            return shown(parser) + " does not fit " + type.sql();
        }
        row.put(literal);
        return null;
    }

    /** A limited numeric holds NaN, but neither infinity. */
    private @Nullable String noNumber(ColumnType type, String text, RowBuffer row) {
        if (!type.isUnlimitedNumeric() && !text.equals("NaN")) {
            wider = ColumnType.NUMERIC;
            return BadValues.shown(text) + " does not fit " + type.sql();
        }
        row.put(text);
        return null;
    }

    /** The type itself if the number fits it with every digit, else the type without limits. */
    private static ColumnType exactly(ColumnType type, String literal) {
        int comma = type.sql().indexOf(',');
        int precision = Integer.parseInt(type.sql().substring("numeric(".length(), comma));
        int scale = Integer.parseInt(type.sql().substring(comma + 1, type.sql().length() - 1));
        BigDecimal value = new BigDecimal(literal).stripTrailingZeros();
        boolean fits = value.scale() <= scale && value.precision() - value.scale() <= precision - scale;
        return fits ? type : ColumnType.NUMERIC;
    }

    private static @Nullable String numberLiteral(JsonParser parser, JsonToken token) throws IOException {
        if (token.isNumeric()) {
            return parser.getText();
        }
        boolean literal = token == JsonToken.VALUE_STRING && LenientText.isNumber(parser.getText());
        return literal ? parser.getText() : null;
    }

    private static @Nullable String bool(JsonParser parser, JsonToken token, RowBuffer row) throws IOException {
        String text = parser.getText();
        if (token.isNumeric() || (!text.equals("true") && !text.equals("false"))) {
            return shown(parser) + " is neither true nor false";
        }
        row.put(text);
        return null;
    }

    private @Nullable String timestamp(Property property, JsonParser parser, JsonToken token, RowBuffer row)
            throws IOException {
        String problem = "is no date-time";
        if (token == JsonToken.VALUE_STRING
                && dateTime.readDateTime(parser.getTextCharacters(), parser.getTextOffset(), parser.getTextLength())) {
            problem = dateTime.putTimestamp(row, property.textFallback());
        }
        if (problem == null) {
            return null;
        }
        if (property.textFallback() && token == JsonToken.VALUE_STRING) {
            wider = ColumnType.TEXT;
        }
        return shown(parser) + " " + problem;
    }

    private @Nullable String date(JsonParser parser, JsonToken token, RowBuffer row) throws IOException {
        String problem = "is no date";
        if (token == JsonToken.VALUE_STRING
                && dateTime.readDateTime(parser.getTextCharacters(), parser.getTextOffset(), parser.getTextLength())) {
            problem = dateTime.putDate(row);
        }
        return problem == null ? null : shown(parser) + " " + problem;
    }

    private @Nullable String time(JsonParser parser, JsonToken token, RowBuffer row) throws IOException {
        if (token == JsonToken.VALUE_STRING
                && dateTime.readTimeOfDay(parser.getTextCharacters(), parser.getTextOffset(), parser.getTextLength())) {
            dateTime.putTime(row);
            return null;
        }
        // Drivers that know no time of day give a date-time, of some day or of 1970-01-01; PostgreSQL itself casts it.
        if (token == JsonToken.VALUE_STRING
                && dateTime.readDateTime(parser.getTextCharacters(), parser.getTextOffset(), parser.getTextLength())
                && dateTime.hasTime()) {
            dateTime.putTime(row);
            datesLeftOut = true;
            return null;
        }
        return shown(parser) + " is no time of day";
    }

    private static @Nullable String uuid(JsonParser parser, JsonToken token, RowBuffer row) throws IOException {
        String text = parser.getText();
        boolean braces = text.startsWith("{") == text.endsWith("}");
        if (token != JsonToken.VALUE_STRING || !braces || !UUID.matcher(text).matches()) {
            return shown(parser) + " is no UUID";
        }
        row.put(text);
        return null;
    }

    private static @Nullable String bytes(Property property, JsonParser parser, JsonToken token, RowBuffer row)
            throws IOException {
        boolean digits = property.form() == Property.Form.BASE16;
        String hex = token != JsonToken.VALUE_STRING
                ? null
                : digits ? ByteText.ofBase16(parser.getText()) : ByteText.ofBase64(parser.getText());
        if (hex == null) {
            return shown(parser) + (digits ? " is no base16" : " is no base64");
        }
        row.put(ByteText.COPY_PREFIX);
        row.put(hex);
        return null;
    }

    private static String shown(JsonParser parser) throws IOException {
        return BadValues.shown(parser.getText());
    }
}
