package bizops.target;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.singer.error.InputException;
import bizops.singer.read.LineReader;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.slf4j.LoggerFactory;

/**
 * Holds everything between the input and the database to its promises, for any bytes: lines do not depend on how the
 * bytes come, a line becomes the same rows or the same refusal by every way through the encoder, the rows hold what the
 * line says, and nothing is thrown but {@link InputException}.
 */
public final class LineFuzz {
    private static final int[] LIMITS = {16, 1000, 70_000, 1 << 20};
    /** What the reader holds at first, and how much it may need beyond a line. */
    private static final int FIRST_BUFFER = 64 * 1024;

    private static final int BEYOND_LINE = 8;

    private LineFuzz() {}

    /** Called once by the coverage-guided fuzzer; loads the classes, which is no part of any input's time. */
    public static void fuzzerInitialize() throws IOException, InterruptedException {
        Runnable unused = silence();
        check(BrokenInput.stream(0), 3);
    }

    /** What the coverage-guided fuzzer calls; the first byte chooses settings, the rest is the input. */
    public static void fuzzerTestOneInput(byte[] input) throws IOException, InterruptedException {
        if (input.length > 0) {
            check(Arrays.copyOfRange(input, 1, input.length), input[0] & 0xFF);
        }
    }

    /** Ends the warnings about each bad value, which nobody would read; returns what brings them back. */
    static Runnable silence() {
        Logger logger = (Logger) LoggerFactory.getLogger("bizops");
        Level before = logger.getLevel();
        logger.setLevel(Level.OFF);
        return () -> logger.setLevel(before);
    }

    /** Fails if any promise is broken for these bytes. */
    static void check(byte[] bytes, int choice) throws IOException, InterruptedException {
        int limit = LIMITS[choice & 3];
        int most = 1 + ((choice >> 2) & 7) * 37;
        List<byte[]> lines = lines(bytes, limit);
        assertThat(read(new ByteArrayInputStream(bytes), limit)).isEqualTo(read(new SplitReads(bytes, most, 1), limit));
        check(lines, (choice & 32) != 0, (choice & 64) != 0);
    }

    /** The lines up to the first that is too long, cut in the plainest way, and held against the reader's. */
    private static List<byte[]> lines(byte[] bytes, int limit) throws IOException {
        List<String> expected = new ArrayList<>();
        List<byte[]> lines = new ArrayList<>();
        int start = 0;
        boolean tooLong = false;
        for (long number = 1; start < bytes.length && !tooLong; number++) {
            int feed = start;
            while (feed < bytes.length && bytes[feed] != '\n') {
                feed++;
            }
            int end = feed > start && bytes[feed - 1] == '\r' ? feed - 1 : feed;
            boolean mark = number == 1
                    && end - start >= 3
                    && Arrays.equals(bytes, start, start + 3, new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF}, 0, 3);
            byte[] line = Arrays.copyOfRange(bytes, mark ? start + 3 : start, end);
            tooLong = line.length > limit;
            if (tooLong) {
                expected.add("line " + number + " is longer than max_message_bytes (" + limit + ")");
            } else if (!isBlank(line)) {
                expected.add(number + (feed < bytes.length ? "" : " cut") + Arrays.hashCode(line));
                lines.add(line);
            }
            start = feed + 1;
        }
        assertThat(read(new ByteArrayInputStream(bytes), limit)).isEqualTo(expected);
        return lines;
    }

    private static boolean isBlank(byte[] line) {
        for (byte one : line) {
            if (one != ' ' && one != '\t' && one != '\r') {
                return false;
            }
        }
        return true;
    }

    private static List<String> read(InputStream in, int limit) throws IOException {
        List<String> lines = new ArrayList<>();
        LineReader reader = new LineReader(in, limit);
        try {
            while (reader.next()) {
                int end = reader.start() + reader.length();
                byte[] line = Arrays.copyOfRange(reader.bytes(), reader.start(), end);
                lines.add(reader.number() + (reader.terminated() ? "" : " cut") + Arrays.hashCode(line));
            }
        } catch (InputException tooLong) {
            lines.add(tooLong.getMessage().split(";", -1)[0]);
        }
        assertThat(reader.bytes().length).isLessThanOrEqualTo(Math.max(FIRST_BUFFER, limit + BEYOND_LINE));
        return lines;
    }

    private static void check(List<byte[]> lines, boolean nullsBadValues, boolean keepsAbsent)
            throws IOException, InterruptedException {
        LineIntake ordinary = new LineIntake(nullsBadValues, keepsAbsent);
        LineIntake parsed = new LineIntake(nullsBadValues, keepsAbsent);
        for (byte[] line : lines) {
            byte[] indented = new byte[line.length + 1];
            indented[0] = '\t'; // keeps the line from everything but the parser
            System.arraycopy(line, 0, indented, 1, line.length);

            String result = ordinary.read(line);

            assertThat(result).isEqualTo(parsed.read(indented));
            if (!ordinary.refused()) {
                RowValues.check(line, ordinary, nullsBadValues);
            } else {
                assertThat(result).matches("(?s)line \\d+.*; .*|line \\d+ is no message \\(.*\\)");
                return; // a run ends here
            }
        }
    }
}
