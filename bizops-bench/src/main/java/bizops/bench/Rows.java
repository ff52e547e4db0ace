package bizops.bench;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Generates rows, each from its number alone, in two forms at once: as the JSON of a record, written as Python's json
 * module does, and as COPY text. Owned by one thread.
 */
final class Rows {
    private static final String[] WORDS = {
        "alpha", "Beacon Street", "closed", "delta two", "EMEA", "follow-up", "Growth", "Heidelberg", "in progress",
        "joint", "Kraftwerk", "long-term", "Manager", "new business", "owner", "Partner", "qualified", "renewal"
    };
    private static final String[] ACCENTED = {"Zürich", "Société", "naïve", "Málaga", "Łódź", "東京", "Ærø", "Köln"};

    private final List<Field> fields;
    private final StringBuilder json = new StringBuilder();
    private final StringBuilder copy = new StringBuilder();

    Rows(List<Field> fields) {
        this.fields = fields;
    }

    /**
     * Makes a row.
     *
     * @param changed whether its texts are to differ from those of the same row unchanged
     */
    void make(long number, boolean changed) {
        json.setLength(0);
        copy.setLength(0);
        SplittableRandom random = new SplittableRandom(number * 7919);
        boolean accented = number % 2 == 1;
        json.append('{');
        for (Field field : fields) {
            if (copy.length() > 0) {
                json.append(", ");
                copy.append('\t');
            }
            json.append('"').append(field.name()).append("\": ");
            if (field.nullable() && random.nextInt(3) == 0) {
                json.append("null");
                copy.append("\\N");
            } else {
                value(field, number, random, accented, changed);
            }
        }
        json.append('}');
    }

    /** The record of the row made last, in ASCII. */
    CharSequence json() {
        return json;
    }

    /** The row made last, its fields parted by tabs; no line feed. */
    CharSequence copy() {
        return copy;
    }

    private void value(Field field, long number, SplittableRandom random, boolean accented, boolean changed) {
        switch (field.kind()) {
            case KEY -> text("0015g%013d".formatted(number));
            case WORD -> text(word(random, accented) + (changed ? " (new)" : ""));
            case SENTENCE -> text(sentence(random, accented));
            case INTEGER -> plain(Integer.toString(random.nextInt(1_000_000)));
            case MONEY -> plain(random.nextInt(1_000_000) + "." + (10 + random.nextInt(90)));
            case FLAG -> plain(Boolean.toString(random.nextBoolean()));
            case MOMENT ->
                text("2%03d-%02d-%02dT%02d:%02d:%02d.000000Z"
                        .formatted(
                                random.nextInt(30),
                                1 + random.nextInt(12),
                                1 + random.nextInt(28),
                                random.nextInt(24),
                                random.nextInt(60),
                                random.nextInt(60)));
            case DAY ->
                text("20%02d-%02d-%02d".formatted(random.nextInt(30), 1 + random.nextInt(12), 1 + random.nextInt(28)));
            case OBJECT -> object(random);
        }
    }

    private static String word(SplittableRandom random, boolean accented) {
        String[] words = accented && random.nextInt(3) == 0 ? ACCENTED : WORDS;
        return words[random.nextInt(words.length)];
    }

    private static String sentence(SplittableRandom random, boolean accented) {
        StringBuilder sentence = new StringBuilder("\"" + word(random, accented) + "\"");
        for (int i = 0; i < 5; i++) {
            sentence.append(i == 2 ? '\n' : ' ').append(word(random, accented));
        }
        return sentence.toString();
    }

    private void object(SplittableRandom random) {
        String object = "{\"score\": " + random.nextInt(100) + ", \"tags\": [\"a\", \"b c\"], \"ok\": true}";
        json.append(object);
        copy.append(object);
    }

    private void plain(String token) {
        json.append(token);
        copy.append(token);
    }

    private void text(String value) {
        json.append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '"') {
                json.append("\\\"");
            } else if (c == '\n') {
                json.append("\\n");
            } else if (c >= 0x80) {
                json.append("\\u%04x".formatted((int) c));
            } else {
                json.append(c);
            }
            if (c == '\n') {
                copy.append("\\n");
            } else {
                copy.append(c);
            }
        }
        json.append('"');
    }

    /** The bytes of generated text. */
    static byte[] utf8(CharSequence text) {
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
