package bizops.target;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.target.encode.GeneratedLines;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every value in every column: what reads bytes does what the parser's tokens do, and the row holds what came. */
@ExtendWith(Silence.class)
final class EveryValueTest {
    /** Read now and then, for after some records in a row that are not for the lane none is tried there for a while. */
    private static final byte[] ORDINARY = record("\"id\":\"a\"");

    private static final int OFTEN = 8;
    /** Characters of the longest value; less where the test runs a thousand times, for each mutant that lives. */
    private static final int LONGEST = Integer.getInteger("bizops.values.longest", Integer.MAX_VALUE);

    private static final String MORE_COLUMNS = """
            ,"int4": {"type": ["null", "integer"], "x-sql-datatype": "integer"},
            "below": {"type": ["null", "number"], "exclusiveMaximum": 100, "minimum": -5},
            "rows": {"type": ["null", "array"], "items": {"type": ["null", "integer", "string"]}, "maxItems": 3},
            "few": {"type": ["object", "null"], "properties": {"x": {"type": ["integer", "string", "boolean"]},
              "k": {"enum": ["a", true, null]},
              "n": {"type": "number", "minimum": 0}, "p": {"type": "string", "pattern": "^a"}}, "required": ["x"]},
            "yes": {"enum": [true, "true", null]},
            "hex": {"type": ["null", "string"], "contentEncoding": "base16"},
            "base": {"type": ["null", "string"], "contentEncoding": "base64"}
            """;
    /** One such property leaves every record of its stream to the parser, so it stands where it is asked for only. */
    private static final String JUDGED_COLUMN = """
            ,"judged": {"enum": [1, 2, 3, 4, 5, 6, 7, 8, 9, "a", true, null]}
            """;

    private static final String[] OTHERS = {
        "null",
        "true",
        "false",
        "[]",
        "{}",
        "[1]",
        "[1, 2 , 3]",
        "[1,2,3,4]",
        "[null,\"a\",1.5]",
        "[true]",
        "[,]",
        "[1,]",
        "{\"x\":1}",
        "{\"x\":10}",
        "{ \"x\" : true , \"n\" : -1}",
        "{\"x\":\"a\",\"n\":1e3,\"p\":\"b\"}",
        "{\"x\":1,\"k\":\"a\"}",
        "{\"x\":1,\"k\":\"b\"}",
        "{\"x\":1,\"k\":true,\"n\":0.5}",
        "{\"x\":1,\"k\":false}",
        "{\"x\":1,\"x\":2,\"y\":null}",
        "{\"x\":1,\"y\":\"abcd\",\"z\":[]}",
        "{\"x\":1,\"y\":\"\\u0061\",\"z\":[true,false,true]}",
        "{\"\\u0078\":1}",
        "{\"é\":\"\\u0000\",\"x\":null}",
        "{\"x\":1,}",
        "{x:1}",
        "{\"x\"1}",
        "{\"x\":}",
        "{\"x\":1 \"y\":2}",
        "[".repeat(49) + "]".repeat(49),
        "[".repeat(52) + "]".repeat(52),
        "[".repeat(1001) + "]".repeat(1001),
        "0" + "9".repeat(3),
        "9".repeat(19),
        "9".repeat(1000),
        "9".repeat(1001),
        "9".repeat(20_000),
        "0." + "0".repeat(16_400) + "1",
        "0e20000",
        "0e-20000",
        "1e131071",
        "1e131072",
        "1e-16384",
        "-2147483648",
        "2147483648",
        "-32769",
        "-9223372036854775808",
        "-9223372036854775809",
        "99.99",
        "9999.99",
        "9999.995",
        "100",
        "-5",
        "\"0x4a\"",
        "\"\\\\x4\"",
        "\"4g\"",
        "\"YWJj\\n\"",
        "\"-_8=\"",
        "\"YW\"",
        "\"a\\u0000\\ud83d\\ud83d\\ude00\\ude00\"",
        "\"\\ud83d\\u0061\"",
        "\"\\ud83dx\"",
        "\"\\uD83D\\uDE00\\u007F\\u0080\\u07FF\\u0800\"",
        "\"\\u\"",
        "\"\\u12\"",
        "\"" + "x".repeat(33_000) + "\"",
        "\"" + "é漢😀\\n".repeat(9_000) + "\""
    };
    private static final String[] TIMES = {
        "2024-02-28T10:11:12+00:00",
        "2024-02-28T10:11:12+0000",
        "2024-02-28T10:11:12+00:30",
        "2024-02-28T10:11:12-00:00",
        "2024-02-28T10:11:12+01",
        "2024-02-28T10:11:12 UTC",
        "2024-02-28T10:11:12Gmt",
        "2024-02-28T10:11:12UT",
        "2024-02-28T10:11:12 UTCZ",
        "2024-02-28UTC",
        "2024-02-28T10:11:12+0100",
        "2024-02-28T10:11:12+01:02:03",
        "2024-02-28T10:11:12+24:00",
        "2024-02-28T10:11:12+01:60",
        "2024-02-28T10:11:12+01:02:60",
        "2024-02-28T10:11:12.Z",
        "2024-02-28T10:11:12.123456Z",
        "2024-02-28T10:11:12.1234567Z",
        "2024-02-28T10:11:12,5Z",
        "2024-02-28t10:11:12z",
        "2024-02-28 10:11:12 Z",
        "2024-02-28T10:11:12 +01:00",
        "2024-02-28T10:11Z",
        "2024-02-28T10Z",
        "2024-02-28T10:11:",
        "2024-02-28x10:11:12",
        "2024-02-28T24:00:00Z",
        "2024-02-28T24:00:00.1Z",
        "2024-02-28T24:01:00Z",
        "2024-02-28T24:00:01Z",
        "2024-02-28T25:00:00Z",
        "2024-02-28T10:60:00Z",
        "2024-02-28T10:00:61Z",
        "2024-02-28T00:00:00Zx",
        "0000-02-28T00:00:00Z",
        "-0001-02-28T00:00:00Z",
        "-4713-01-01",
        "-4714-01-01",
        "294276-12-31T23:59:59Z",
        "294277-01-01T00:00:00Z",
        "5874897-12-31",
        "5874898-01-01",
        "2024-00-10",
        "2024-04-31",
        "2024-04-32",
        "2024-04-00",
        "2024/04/01",
        "2024-0401",
        "204-04-01",
        "+12024-04-01",
        "24:00:00+01:00",
        "24:00:00",
        "24:00:01",
        "10:11",
        "10:11:12.5-02:00",
        "10:11:12Z"
    };

    @ParameterizedTest
    @ValueSource(
            strings = {
                "id",
                "text",
                "short",
                "pick",
                "mixed",
                "whole",
                "least",
                "small",
                "number",
                "limited",
                "decimal",
                "fixed",
                "flag",
                "moment",
                "loose",
                "day",
                "clock",
                "uuid",
                "open",
                "shaped",
                "int4",
                "below",
                "rows",
                "few",
                "yes",
                "hex",
                "base",
                "_sdc_sequence",
                "unknown",
                "judged"
            })
    void everyValueInEveryColumn(String column) throws Exception {
        for (boolean nullsBadValues : new boolean[] {true, false}) {
            Both both = new Both(nullsBadValues, column.equals("judged"));
            for (String value : values()) {
                both.read(record("\"id\":\"a\",\"" + column + "\":" + value));
                both.read(record("\"" + column + "\": " + value + " , \"id\":\"b\",\"shaped\":{}"));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void everyByteOfALineChangedOrTheRestLeftOut(boolean nullsBadValues) throws Exception {
        byte[] line = record(
                "\"id\":\"a\\u00e9\",\"text\":\"é漢😀\",\"pick\":\"d\\te\",\"whole\":-12,\"number\":1.5,\"fixed\":\"12.5\","
                        + "\"flag\":true,\"moment\":\"2024-02-28T10:11:12.5+00:00\",\"day\":\"2024-02-29\",\"clock\":\"10:11:12\","
                        + "\"uuid\":\"123e4567-e89b-12d3-a456-426614174000\",\"open\":{\"a\":[1,\"é\",null,true]},"
                        + "\"shaped\":{\"x\":1,\"z\":[false]},\"rows\":[]");
        int[] others = {
            '"', '\\', ',', ':', '}', ']', ' ', '0', '9', 'Z', 'u', 0, 0x1F, 0x7F, 0x80, 0x9F, 0xA0, 0xBF, 0xC1, 0xC3,
            0xE0, 0xED, 0xF0, 0xF4, 0xF5
        };
        Both both = new Both(nullsBadValues, false);
        for (int at = 0; at < line.length; at++) {
            ByteArrayOutputStream cut = new ByteArrayOutputStream();
            cut.write(line, 0, at);
            both.read(cut.toByteArray());
            for (int other : others) {
                byte[] changed = line.clone();
                changed[at] = (byte) other;
                both.read(changed);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "E0 80 80",
                "E0 A0 80",
                "ED 9F BF",
                "ED A0 80",
                "F0 80 80 80",
                "F0 90 80 80",
                "F4 8F BF BF",
                "F4 90 80 80",
                "C3",
                "C3 41",
                "E6 BC 41",
                "F0 9F 98 41",
                "F0 9F 98",
                "C2 80",
                "DF BF",
                "80",
                "FF"
            })
    void everyEdgeOfUtf8(String bytes) throws Exception {
        Both both = new Both(false, false);
        for (String column : new String[] {"text", "open"}) {
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            line.writeBytes(
                    utf8("{\"type\":\"RECORD\",\"stream\":\"s\",\"record\":{\"id\":\"a\",\"" + column + "\":\""));
            for (String one : bytes.split(" ", -1)) {
                line.write(Integer.parseInt(one, 16));
            }
            both.read(line.toByteArray());
            line.writeBytes(utf8("\"}}"));
            both.read(line.toByteArray());
        }
    }

    private static List<String> values() {
        List<String> values = new ArrayList<>(GeneratedLines.values());
        values.addAll(List.of(OTHERS));
        for (String time : TIMES) {
            values.add('"' + time + '"');
        }
        values.removeIf(value -> value.length() > LONGEST);
        return values;
    }

    private static byte[] record(String members) {
        return utf8("{\"type\":\"RECORD\",\"stream\":\"s\",\"record\":{" + members + "}}");
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** One way through the bytes where they are ordinary, and one through the parser always. */
    private static final class Both {
        private final LineIntake ordinary;
        private final LineIntake parsed;
        private final boolean nullsBadValues;
        private int lines;

        Both(boolean nullsBadValues, boolean judged) throws IOException, InterruptedException {
            this.nullsBadValues = nullsBadValues;
            ordinary = new LineIntake(nullsBadValues, false);
            parsed = new LineIntake(nullsBadValues, false);
            String schema = GeneratedLines.SCHEMA.strip();
            String all = schema.substring(0, schema.length() - 2).stripTrailing() + MORE_COLUMNS
                    + (judged ? JUDGED_COLUMN : "") + "}}";
            byte[] line = utf8("{\"type\":\"SCHEMA\",\"stream\":\"s\",\"key_properties\":[\"id\"],\"schema\":"
                    + all.replaceAll("\\s*\n\\s*", "") + "}");
            assertThat(ordinary.read(line)).isEqualTo(parsed.read(line));
            assertThat(ordinary.refused()).isFalse();
        }

        void read(byte[] line) throws IOException, InterruptedException {
            if (line.length == 0) {
                return;
            }
            byte[] indented = new byte[line.length + 1];
            indented[0] = '\t';
            System.arraycopy(line, 0, indented, 1, line.length);
            if (++lines % OFTEN == 0) {
                ordinary.read(ORDINARY);
            }
            String shown = new String(line, 0, Math.min(line.length, 500), StandardCharsets.UTF_8);

            assertThat(ordinary.read(line)).as(shown).isEqualTo(parsed.read(indented));
            if (!ordinary.refused()) {
                RowValues.check(line, ordinary, nullsBadValues);
            }
        }
    }
}
