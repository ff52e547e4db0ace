package bizops.tap.zuora.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
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
        return CsvShape.rows(bytes(csv));
    }

    private static OptionalLong readersCount(String csv) throws IOException {
        try {
            return OptionalLong.of(CsvFile.read(bytes(csv), new RowHandler() {
                @Override
                public void header(List<String> names) {}

                @Override
                public void row(String[] values) {}
            }));
        } catch (BrokenFileException refused) {
            return OptionalLong.empty();
        }
    }

    private static ByteArrayInputStream bytes(String csv) {
        return new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8));
    }
}
