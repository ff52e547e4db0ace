package bizops.target.encode;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Lines with a RECORD, each from one seed: most as taps write them, some odd, some broken. */
public final class GeneratedLines {
    public static final String SCHEMA = """
            {"type": "object", "required": ["id"], "properties": {
              "id": {"type": "string"},
              "text": {"type": ["null", "string"]},
              "short": {"type": ["string", "null"], "minLength": 2, "maxLength": 4},
              "pick": {"enum": ["a", "b\\\\c", "d\\te", "\\u00e9", null]},
              "mixed": {"type": ["null", "string", "integer"]},
              "whole": {"type": ["null", "integer"]},
              "least": {"type": ["null", "integer"], "minimum": -5, "maximum": 100},
              "small": {"type": ["null", "integer"], "x-sql-datatype": "smallint"},
              "number": {"type": ["null", "number"]},
              "limited": {"type": ["null", "number"], "exclusiveMinimum": 0},
              "decimal": {"type": ["null", "string"], "format": "singer.decimal"},
              "fixed": {"type": ["null", "string"], "format": "singer.decimal", "precision": 6, "scale": 2},
              "flag": {"type": ["null", "boolean"]},
              "moment": {"type": ["null", "string"], "format": "date-time"},
              "loose": {"anyOf": [{"type": "string", "format": "date-time"}, {"type": ["null", "string"]}]},
              "day": {"type": ["null", "string"], "format": "date"},
              "clock": {"type": ["null", "string"], "format": "time"},
              "uuid": {"type": ["null", "string"], "format": "uuid"},
              "open": {"type": ["null", "object", "array", "string", "number", "boolean"]},
              "shaped": {"type": ["null", "object"], "required": ["x"], "additionalProperties": false, "properties": {
                "x": {"type": "integer"}, "y": {"type": ["null", "string"], "maxLength": 3},
                "z": {"type": "array", "minItems": 1, "maxItems": 2, "items": {"type": "boolean"}}}},
              "n\\"ame": {"type": ["null", "string"]},
              "größe": {"type": ["null", "integer"]}
            }}""";

    private static final String[] NAMES = {
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
        "n\\\"ame",
        "größe"
    };
    private static final String[] STRINGS = {
        "", "a", "abcd", "abcde", "plain text with some length", "é", "漢字", "😀", "\\u00e9", "\\ud83d\\ude00",
                "\\ud83d",
        "\\ude00", "\\u0000", "\\n\\t\\r\\b\\f", "\\\\", "\\/", "\\\"", "\\u005c", "\\u000a", "\\u001f", "b\\\\c",
                "d\\te",
        "\\x", "\\u12g4", "\u007f", "true", "12", "-0", "1e3", "1.50", "123456.78", "NaN", "Infinity"
    };
    private static final String[] NUMBERS = {
        "0",
        "-0",
        "1",
        "-5",
        "100",
        "101",
        "32767",
        "32768",
        "999999999999999999",
        "9223372036854775807",
        "9223372036854775808",
        "1.0",
        "1.5",
        "-0.0",
        "1e3",
        "1E-2",
        "01",
        "-",
        "1.",
        ".5",
        "123456789012345678901234.5",
        "1e400",
        "0.001",
        "99999.999",
        "1e99999999999"
    };
    private static final String[] TIMES = {
        "2024-02-28T10:11:12Z",
        "2024-02-29T10:11:12.5Z",
        "2023-02-29T10:11:12Z",
        "2024-01-01T00:00:00+00:00",
        "2024-01-01T00:00:00.123456789Z",
        "2024-01-01 00:00:00",
        "2024-12-31T23:59:60Z",
        "2024-01-01T24:00:00Z",
        "0000-01-01T00:00:00Z",
        "0001-01-01T00:00:00.000000Z",
        "+10000-01-01T00:00:00Z",
        "2024-01-01T10:00:00.120+0000",
        "2024-01-01T10:00:00+05:30",
        "2024-01-01",
        "2024-13-01",
        "10:11:12",
        "10:11:12+02:00",
        "24:00:00",
        "2024-01-01 10:00:00 UTC",
        "2024-01-01T10:00:00.5GMT",
        "2024-01-01T10:00:00 utc+1",
        "soon",
        "2024-01-01T10:00:00.1234567Z",
        "2024-01-01T00:00:00-00:00"
    };
    private static final String[] UUIDS = {
        "123e4567-e89b-12d3-a456-426614174000", "{123e4567-e89b-12d3-a456-426614174000}",
        "123E4567E89B12D3A456426614174000", "123e4567-e89b-12d3-a456-42661417400g"
    };
    private static final byte[] ODD = {
        '"',
        '\\',
        '{',
        '}',
        '[',
        ']',
        ',',
        ':',
        ' ',
        '\t',
        '\r',
        0,
        1,
        0x1f,
        0x7f,
        (byte) 0x80,
        (byte) 0xC0,
        (byte) 0xE0,
        (byte) 0xED,
        (byte) 0xA0,
        (byte) 0xF4,
        (byte) 0xFF,
        '0',
        '9',
        '-',
        '.',
        'e',
        'u',
        'n',
        't'
    };

    private final Random random;
    private final String comma;
    private final String colon;

    private GeneratedLines(long seed) {
        random = new Random(seed * 0x9E3779B97F4A7C15L); // neighbours would begin alike
        boolean spaced = random.nextBoolean();
        comma = spaced ? ", " : ",";
        colon = spaced ? ": " : ":";
    }

    /** Values as JSON, fit for one column or another. */
    public static List<String> values() {
        List<String> values = new ArrayList<>(List.of(NUMBERS));
        for (String[] texts : new String[][] {STRINGS, TIMES, UUIDS}) {
            for (String text : texts) {
                values.add('"' + text + '"');
            }
        }
        return values;
    }

    public static byte[] line(long seed) {
        return new GeneratedLines(seed).line();
    }

    private byte[] line() {
        StringBuilder line = new StringBuilder("{\"type\"" + colon + "\"RECORD\"" + comma + "\"stream\"" + colon
                + "\"s\"" + comma + "\"record\"" + colon + record());
        if (random.nextBoolean()) {
            line.append(comma).append("\"version\"").append(colon).append(random.nextInt(9) == 0 ? "null" : "17");
        }
        if (random.nextBoolean()) {
            line.append(comma).append("\"time_extracted\"").append(colon);
            line.append('"').append(TIMES[random.nextInt(TIMES.length)]).append('"');
        }
        byte[] bytes = line.append('}').toString().getBytes(StandardCharsets.UTF_8);
        int mutations = random.nextInt(4) == 0 ? 1 + random.nextInt(3) : 0;
        for (int i = 0; i < mutations; i++) {
            bytes = mutated(bytes);
        }
        return bytes;
    }

    private String record() {
        List<String> names = new ArrayList<>(List.of(NAMES));
        names.removeIf(name -> random.nextInt(5) == 0 && (!name.equals("id") || random.nextInt(5) == 0));
        names.removeIf(name -> name.startsWith("n\\") && random.nextInt(12) > 0); // never for the lane
        if (random.nextInt(8) == 0) {
            Collections.shuffle(names, random);
        }
        if (random.nextInt(15) == 0) {
            names.add(random.nextBoolean() ? "id" : "unknown");
        }
        if (random.nextInt(15) == 0) {
            names.add("_sdc_deleted_at");
        }
        // The odder the values, the fewer records of them would still be for the lane.
        int oddOneIn = random.nextInt(4) == 0 ? 4 : 500;
        List<String> members = new ArrayList<>();
        for (String name : names) {
            String value = random.nextInt(oddOneIn) == 0 ? anything(0) : usual(name);
            members.add("\"" + name + "\"" + colon + value);
        }
        return "{" + String.join(comma, members) + "}";
    }

    private String usual(String name) {
        if (random.nextInt(6) == 0 && !name.equals("id")) {
            return "null";
        }
        return switch (name) {
            case "short" -> "\"ab\\u00e9\"";
            case "pick" -> random.nextBoolean() ? "\"a\"" : "\"d\\te\"";
            case "whole", "größe" -> Long.toString(random.nextLong() >> (3 + random.nextInt(57)));
            case "least" -> Integer.toString(random.nextInt(106) - 5);
            case "small" -> Integer.toString(random.nextInt(9000));
            case "number" -> random.nextInt() + "." + random.nextInt(1000);
            case "limited" -> "0.5";
            case "decimal" -> "\"" + random.nextInt() + ".25\"";
            case "fixed" -> random.nextBoolean() ? "\"12.5\"" : "\"1234.50\"";
            case "flag" -> Boolean.toString(random.nextBoolean());
            case "moment", "loose" -> "\"" + TIMES[random.nextInt(2)] + "\"";
            case "day" -> random.nextBoolean() ? "\"2024-02-28\"" : "\"2024-02-29\"";
            case "clock" -> "\"10:11:12\"";
            case "uuid" -> "\"" + UUIDS[0] + "\"";
            case "open" ->
                "{\"a\"" + colon + "[1" + comma + "2.5" + comma + "\"\\u00e9\\\"\"]" + comma + "\"b\"" + colon + "{}}";
            case "shaped" ->
                "{\"x\"" + colon + "1"
                        + (random.nextBoolean()
                                ? ""
                                : comma + "\"y\"" + colon + "\"abc\"" + comma + "\"z\"" + colon + "[true" + comma
                                        + " false]")
                        + "}";
            case "mixed" -> random.nextBoolean() ? "12" : "\"twelve\"";
            default -> "\"" + (random.nextBoolean() ? STRINGS[1 + random.nextInt(9)] : "some more text") + "\"";
        };
    }

    private String anything(int depth) {
        return switch (random.nextInt(depth > 3 ? 5 : 7)) {
            case 0 -> "\"" + STRINGS[random.nextInt(STRINGS.length)] + STRINGS[random.nextInt(STRINGS.length)] + "\"";
            case 1 -> NUMBERS[random.nextInt(NUMBERS.length)];
            case 2 -> "\"" + TIMES[random.nextInt(TIMES.length)] + "\"";
            case 3 -> new String[] {"true", "false", "null", "nul", "tru", "False"}[random.nextInt(6)];
            case 4 -> "\"" + UUIDS[random.nextInt(UUIDS.length)] + "\"";
            case 5 -> "[" + anything(depth + 1) + comma + anything(depth + 1) + "]";
            default ->
                "{\"" + new String[] {"x", "y", "z", "é", "\\u0078", ""}[random.nextInt(6)] + "\"" + colon
                        + anything(depth + 1) + comma + "\"x\"" + colon + anything(depth + 1) + "}";
        };
    }

    private byte[] mutated(byte[] bytes) {
        int at = random.nextInt(bytes.length + 1);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(bytes, 0, at);
        switch (random.nextInt(4)) {
            case 0 -> out.write(ODD[random.nextInt(ODD.length)]);
            case 1 -> out.write(bytes, at, Math.min(3, bytes.length - at));
            case 2 -> {
                return random.nextInt(4) == 0 ? out.toByteArray() : bytes;
            }
            default -> at = Math.min(bytes.length, at + 1);
        }
        if (random.nextBoolean()) {
            at = Math.min(bytes.length, at + 1);
        }
        out.write(bytes, at, bytes.length - at);
        byte[] result = out.toByteArray();
        return result.length == 0 ? bytes : result;
    }
}
