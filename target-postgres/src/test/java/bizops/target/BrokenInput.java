package bizops.target;

import bizops.target.encode.GeneratedLines;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Streams of messages, each from one seed: as taps write them, and then broken in some places. */
final class BrokenInput {
    /** Pieces that mean something in JSON, in schemas, in UTF-8, or in COPY text. */
    static final List<byte[]> TOKENS = tokens();

    private static final int LARGE_ONE_IN = 12;
    private static final String[] MESSAGES = {
        "{\"type\":\"STATE\",\"value\":{\"bookmarks\":{\"s\":{\"n\":1e2,\"t\":\"é\\u0000\"}}}}",
        "{\"value\": [1.50, null], \"type\": \"state\"}",
        "{\"type\":\"STATE\",\"value\":12345678901234567890}",
        "{\"type\":\"ACTIVATE_VERSION\",\"stream\":\"s\",\"version\":17}",
        "{\"type\":\"BATCH\",\"stream\":\"s\",\"manifest\":[]}",
        "{\"type\":\"SOMETHING\",\"stream\":\"s\"}",
        "{\"record\":{\"id\":\"a\",\"whole\":1},\"stream\":\"s\",\"type\":\"RECORD\"}",
        "{\"type\":\"RECORD\",\"record\":{\"id\":\"a\"},\"stream\":\"s\",\"record\":{\"id\":\"b\",\"id\":\"c\"}}",
        "{\"type\":\"RECORD\",\"stream\":\"t\",\"record\":{\"id\":{}}}",
        "{\"type\":\"RECORD\",\"stream\":\"s\",\"record\":{\"id\":\"a\",\"_sdc_deleted_at\":\"2024-01-01T00:00:00Z\"}}",
        "",
        " \t\r",
        "\uFEFF"
    };

    private final Random random;

    private BrokenInput(long seed) {
        random = new Random(seed * 0x9E3779B97F4A7C15L); // neighbours would begin alike
    }

    static byte[] stream(long seed) {
        BrokenInput input = new BrokenInput(seed);
        byte[] bytes = input.messages();
        int changes = input.random.nextInt(3) == 0 ? 0 : 1 + input.random.nextInt(4);
        for (int i = 0; i < changes; i++) {
            bytes = input.changed(bytes);
        }
        return bytes;
    }

    private byte[] messages() {
        List<byte[]> lines = new ArrayList<>();
        int count = 1 + random.nextInt(8);
        for (int i = 0; i < count; i++) {
            boolean record = random.nextInt(4) > 0;
            lines.add(record ? GeneratedLines.line(random.nextLong()) : utf8(any(MESSAGES)));
        }
        if (random.nextInt(20) == 0) {
            Collections.shuffle(lines, random);
        }
        lines.add(random.nextInt(20) == 0 ? lines.size() : 0, utf8(schema()));
        if (random.nextInt(10) == 0) {
            lines.add(random.nextInt(lines.size() + 1), utf8(schema()));
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] line : lines) {
            out.writeBytes(line);
            out.writeBytes(utf8(random.nextInt(8) == 0 ? "\r\n" : "\n"));
        }
        return out.toByteArray();
    }

    private String schema() {
        String keys = random.nextInt(4) == 0 ? "[]" : "[\"id\"]";
        return "{\"type\":\"SCHEMA\",\"stream\":\"s\",\"key_properties\":" + keys + ",\"schema\":"
                + GeneratedLines.SCHEMA.replaceAll("\\s*\n\\s*", "") + "}";
    }

    private byte[] changed(byte[] bytes) {
        int from = random.nextInt(bytes.length + 1);
        int to = Math.min(bytes.length, from + random.nextInt(random.nextInt(5) == 0 ? 300 : 6));
        return switch (random.nextInt(7)) {
            case 0 -> spliced(bytes, from, from, TOKENS.get(random.nextInt(TOKENS.size())));
            case 1 -> spliced(bytes, from, to, TOKENS.get(random.nextInt(TOKENS.size())));
            case 2 -> spliced(bytes, from, to, new byte[0]);
            case 3 -> spliced(bytes, from, from, slice(bytes, random.nextInt(bytes.length + 1)));
            case 4 -> flipped(bytes);
            case 5 -> random.nextInt(3) == 0 ? slice(bytes, 0, from) : bytes;
            default -> random.nextInt(LARGE_ONE_IN) == 0 ? spliced(bytes, from, from, utf8(large())) : flipped(bytes);
        };
    }

    private String large() {
        int times = 1 << (7 + random.nextInt(10));
        return switch (random.nextInt(6)) {
            case 0 -> "[".repeat(times);
            case 1 -> "{\"a\":".repeat(Math.min(times, 3000));
            case 2 -> "[".repeat(Math.min(times, 1100)) + "]".repeat(Math.min(times, 1100));
            case 3 -> "9".repeat(times);
            case 4 -> "\"" + "\\ud83d\\ude00".repeat(Math.min(times, 5000)) + "\"";
            default -> "x".repeat(times);
        };
    }

    private byte[] flipped(byte[] bytes) {
        byte[] result = bytes.clone();
        if (result.length > 0) {
            result[random.nextInt(result.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return result;
    }

    private byte[] slice(byte[] bytes, int from) {
        return slice(bytes, from, Math.min(bytes.length, from + random.nextInt(200)));
    }

    private static byte[] slice(byte[] bytes, int from, int to) {
        return spliced(spliced(bytes, to, bytes.length, new byte[0]), 0, from, new byte[0]);
    }

    private static byte[] spliced(byte[] bytes, int from, int to, byte[] between) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(bytes, 0, from);
        out.writeBytes(between);
        out.write(bytes, to, bytes.length - to);
        return out.toByteArray();
    }

    private String any(String... texts) {
        return texts[random.nextInt(texts.length)];
    }

    private static List<byte[]> tokens() {
        List<byte[]> tokens = new ArrayList<>();
        String texts = "{ } [ ] , : \" \\ \\\" \\u \\u0000 \\ud83d \\ude00 \\n \\. \\N \\x \\/ null true false NaN -"
                + " -0 0 1e5 1e-5 1e999999999 1e99999999999 1E400 .5 00 12345678901234567890 0.1 \"id\": \"id\" \"type\": \"stream\":"
                + " \"record\": \"schema\": \"value\": \"version\": \"time_extracted\": \"key_properties\":"
                + " \"bookmark_properties\": \"RECORD\" \"SCHEMA\" \"STATE\" \"ACTIVATE_VERSION\" \"$ref\":\"#\""
                + " \"$ref\":\"#/properties/open\" \"$ref\":\"#/x\" \"anyOf\":[ \"allOf\":[ \"enum\":[] \"items\":{}"
                + " \"type\":[] \"format\":\"date-time\" \"pattern\":\"[\" \"maxLength\":-1 \"minimum\":1e99999999999"
                + " \"required\":[] \"additionalProperties\":false \"_sdc_deleted_at\":null \"_sdc_sequence\":1 é 漢 😀"
                + " \u007f";
        for (String text : texts.split(" ", -1)) {
            tokens.add(utf8(text));
        }
        for (String text : new String[] {" ", "\t", "\r", "\n", "\u0000", "\u001b[2J", "\uFEFF", "\u2028", "\u0085"}) {
            tokens.add(utf8(text));
        }
        int[][] brokenUtf8 = {
            {0x80},
            {0xC0, 0x80},
            {0xC3},
            {0xE0, 0x80, 0x80},
            {0xED, 0xA0, 0x80},
            {0xF0, 0x9F},
            {0xF4, 0x90, 0x80, 0x80},
            {0xFF}
        };
        for (int[] sequence : brokenUtf8) {
            byte[] bytes = new byte[sequence.length];
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = (byte) sequence[i];
            }
            tokens.add(bytes);
        }
        return List.copyOf(tokens);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
