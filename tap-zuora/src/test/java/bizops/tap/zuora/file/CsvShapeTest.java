package bizops.tap.zuora.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class CsvShapeTest {
    @Property(tries = 5000)
    void aCountIsTheReadersAndWhatTheReaderRefusesHasNone(@ForAll("files") String csv) throws IOException {
        OptionalLong shape = shape(csv);

        if (shape.isPresent()) {
            assertThat(readersCount(csv)).isEqualTo(shape);
        }
    }

    @Property(tries = 500)
    void ordinaryFilesHaveOne(@ForAll("rows") List<List<String>> rows, @ForAll("ends") String end) throws IOException {
        StringBuilder csv = new StringBuilder("a,b").append(end);
        rows.forEach(row -> csv.append(quoted(row.get(0)))
                .append(',')
                .append(quoted(row.get(1)))
                .append(end));

        assertThat(shape(csv.toString())).hasValue(rows.size());
    }

    @Property(tries = 500)
    void theLastRowIsThatOfTheReader(@ForAll("files") String start, @ForAll("rows") List<List<String>> rows)
            throws IOException {
        StringBuilder csv = new StringBuilder(start);
        rows.forEach(
                row -> csv.append("\r\n").append(quoted(row.get(0))).append(',').append(quoted(row.get(1))));
        Optional<CsvShape> shape = CsvShape.of(bytes(csv.toString()));
        List<String[]> read = new ArrayList<>();
        if (shape.isPresent() && shape.get().rows() > 0) {
            long unused = CsvFile.read(bytes(csv.toString()), collecting(read));
            List<String[]> ends = new ArrayList<>();
            unused = CsvFile.read(new ByteArrayInputStream(shape.get().ends().orElseThrow()), collecting(ends));

            assertThat(ends).containsExactly(read.get(read.size() - 1));
        }
    }

    @Test
    void theLastRowIsFoundBehindManyAndNotIfItIsVeryLong() throws IOException {
        String csv = "Id,Text\n" + "1,one\n".repeat(100_000) + "2,last\n";
        String tooLong = csv + "3," + "x".repeat(1_000_000) + "\n";

        assertThat(CsvShape.of(bytes(csv))
                        .flatMap(CsvShape::ends)
                        .map(ends -> new String(ends, StandardCharsets.UTF_8)))
                .hasValue("Id,Text\n\n2,last");
        assertThat(CsvShape.of(bytes(tooLong)).flatMap(CsvShape::ends)).isEmpty();
    }

    @Test
    void theLastLineNeedsNoEnd() throws IOException {
        assertThat(shape("a,b\n1,")).hasValue(1);
        assertThat(shape("a,b\n1,\"2\"")).hasValue(1);
        assertThat(shape("a")).hasValue(0);
    }

    @Test
    void raggedOpenAndEmptyFilesAreLeftToTheReader() throws IOException {
        for (String csv : List.of("", "\n\n", "a,b\n1\n", "a,b\n1,2,3\n", "a\n\"1\n", "a\n\"1\"x\n")) {
            assertThat(shape(csv)).as(csv).isEmpty();
        }
    }

    @Provide
    Arbitrary<String> files() {
        return Arbitraries.strings().withChars('a', ',', '"', '\n', '\r').ofMaxLength(24);
    }

    @Provide
    Arbitrary<List<List<String>>> rows() {
        Arbitrary<String> value = Arbitraries.strings()
                .withChars('a', ',', '"', '\n', '\r', '\u00e9')
                .ofMaxLength(6);
        return value.list().ofSize(2).list().ofMaxSize(20);
    }

    @Provide
    Arbitrary<String> ends() {
        return Arbitraries.of("\n", "\r\n", "\r");
    }

    private static String quoted(String value) {
        return '"' + value.replace("\"", "\"\"") + '"';
    }

    private static OptionalLong shape(String csv) throws IOException {
        Optional<CsvShape> shape = CsvShape.of(bytes(csv));
        return shape.isPresent() ? OptionalLong.of(shape.get().rows()) : OptionalLong.empty();
    }

    private static OptionalLong readersCount(String csv) throws IOException {
        try {
            return OptionalLong.of(CsvFile.read(bytes(csv), collecting(new ArrayList<>())));
        } catch (BrokenFileException refused) {
            return OptionalLong.empty();
        }
    }

    private static RowHandler collecting(List<String[]> rows) {
        return new RowHandler() {
            @Override
            public void header(List<String> names) {}

            @Override
            public void row(String[] values) {
                rows.add(values);
            }
        };
    }

    private static ByteArrayInputStream bytes(String csv) {
        return new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8));
    }
}
