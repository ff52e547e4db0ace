package bizops.tap.zuora.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResultFileTest {
    @Property(tries = 300)
    void anyTextsThatWereWrittenInQuotesComeBack(@ForAll @Size(min = 2, max = 5) List<String> values) {
        StringBuilder csv = new StringBuilder(header(values.size())).append('\n');
        List<String> quoted = values.stream()
                .map(value -> '"' + value.replace("\"", "\"\"") + '"')
                .toList();
        csv.append(String.join(",", quoted)).append('\n');

        assertThat(rows(csv.toString().getBytes(StandardCharsets.UTF_8)))
                .containsExactly(
                        values.stream().map(ResultFileTest::throughUtf8).toList());
    }

    @Test
    void lineEndsQuotesCommasNulsAndEmojiInsideQuotesBelongToTheValue() {
        String value = "a\r\nb,\"\"c\"\"\0 \uD83D\uDE00";

        assertThat(rows(("Id,Notes\n1,\"" + value + "\"\n2,\n").getBytes(StandardCharsets.UTF_8)))
                .containsExactly(List.of("1", value.replace("\"\"", "\"")), List.of("2", ""));
    }

    @Test
    void aValueMayBeVeryLong() {
        String notes = "x".repeat(20_000_000);

        assertThat(rows(("Id,Notes\n1," + notes + "\n").getBytes(StandardCharsets.UTF_8))
                        .get(0)
                        .get(1))
                .hasSize(20_000_000);
    }

    @Property(tries = 60)
    void aCompressedFileThatIsCutAnywhereIsFound(@ForAll @IntRange(min = 1, max = 10_000) int cut) throws IOException {
        byte[] whole = gzip("Id,Name\n" + "1,one\n".repeat(500));
        byte[] part = Arrays.copyOf(whole, cut % (whole.length - 2) + 2);

        try (ResultFile file = ResultFile.of(new ByteArrayInputStream(part))) {
            assertThatThrownBy(file::verify).isInstanceOf(BrokenFileException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void theFileIsReadHoweverOftenItWasCompressed(int layers) throws IOException {
        byte[] bytes = "Id,Name\n1,one\n".getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < layers; i++) {
            bytes = gzip(bytes);
        }

        assertThat(rows(bytes)).containsExactly(List.of("1", "one"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Id,Name\n1\n", "Id,Name\n1,2,3\n", "Id,Name\n1,\"open\n", ""})
    void raggedRowsOpenQuotesAndNothingAtAllAreFound(String csv) throws IOException {
        try (ResultFile file = ResultFile.of(new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)))) {
            assertThatThrownBy(file::verify).isInstanceOf(BrokenFileException.class);
        }
    }

    @Property(tries = 60)
    void aCompressedFileIsReadAsAWholeHoweverItComes(
            @ForAll @Size(min = 1, max = 4) List<@IntRange(max = 300) Integer> members,
            @ForAll @IntRange(min = 1, max = 2) int layers,
            @ForAll @IntRange(min = 1, max = 50) int piece)
            throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(gzip("Id,Name\n"));
        for (int rows : members) {
            bytes.write(gzip("1,one\n".repeat(rows)));
        }
        byte[] packed = layers == 1 ? bytes.toByteArray() : gzip(bytes.toByteArray());

        assertThat(rows(inPieces(packed, piece)))
                .hasSize(members.stream().mapToInt(Integer::intValue).sum());
    }

    @Test
    void aDownloadThatBreaksOffLeavesNoThread() {
        InputStream cut = new SequenceInputStream(
                new ByteArrayInputStream("Id,Name\n1,one\n".getBytes(StandardCharsets.UTF_8)), new InputStream() {
                    @Override
                    public int read() throws IOException {
                        throw new IOException("connection reset");
                    }
                });

        assertThatThrownBy(() -> ResultFile.of(cut)).hasMessage("connection reset");

        assertThat(verifying()).isEmpty();
    }

    @Test
    void aFileThatIsClosedBeforeAnybodyAskedLeavesNoThread() throws IOException {
        byte[] whole = ("Id,Name\n" + "1,one\n".repeat(2_000_000)).getBytes(StandardCharsets.UTF_8);

        ResultFile.of(new ByteArrayInputStream(whole)).close();

        assertThat(verifying()).isEmpty();
    }

    @Test
    void aHeaderAloneIsAFileWithoutRows() throws IOException {
        try (ResultFile file =
                ResultFile.of(new ByteArrayInputStream("\uFEFFId,Name\n".getBytes(StandardCharsets.UTF_8)))) {
            file.verify();

            assertThat(file.rows()).isZero();
        }
    }

    private static List<Thread> verifying() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("verify-file"))
                .toList();
    }

    /** The bytes, a few with each read. */
    private static InputStream inPieces(byte[] bytes, int piece) {
        return new ByteArrayInputStream(bytes) {
            @Override
            public int read(byte[] target, int offset, int length) {
                return super.read(target, offset, Math.min(length, piece));
            }
        };
    }

    private static List<List<String>> rows(byte[] bytes) {
        return rows(new ByteArrayInputStream(bytes));
    }

    private static List<List<String>> rows(InputStream bytes) {
        List<List<String>> rows = new ArrayList<>();
        try (ResultFile file = ResultFile.of(bytes)) {
            file.verify();
            long read = file.read(new RowHandler() {
                @Override
                public void header(List<String> names) {}

                @Override
                public void row(String[] values) {
                    rows.add(List.of(values));
                }
            });
            assertThat(file.rows()).isEqualTo(read);
            return rows;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static String header(int columns) {
        StringBuilder header = new StringBuilder("c0");
        for (int i = 1; i < columns; i++) {
            header.append(",c").append(i);
        }
        return header.toString();
    }

    private static String throughUtf8(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    private static byte[] gzip(String text) throws IOException {
        return gzip(text.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        }
        return out.toByteArray();
    }
}
