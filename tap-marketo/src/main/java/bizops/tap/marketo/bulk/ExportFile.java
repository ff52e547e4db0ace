package bizops.tap.marketo.bulk;

import bizops.singer.error.InputException;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The downloaded file of a job, on this machine until it is closed: CSV in UTF-8 as RFC 4180 has it, a row never held
 * longer than it takes to hand it over. Owned by one thread.
 */
public final class ExportFile implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ExportFile.class);
    /** In characters; the longest texts of Marketo have some 30,000. */
    private static final int LONGEST_FIELD = 256 * 1024 * 1024;

    private final Path path;
    private final List<String> columns;
    private final boolean quotedNullIsNull;

    private ExportFile(Path path, List<String> columns, boolean quotedNullIsNull) {
        this.path = path;
        this.columns = columns;
        this.quotedNullIsNull = quotedNullIsNull;
    }

    /** The file, its header read; closing it deletes it. */
    static ExportFile of(Path path, boolean quotedNullIsNull) {
        ExportFile headless = new ExportFile(path, List.of(), quotedNullIsNull);
        try (CsvReader<@Nullable String[]> csv = headless.open(new RowHandler(false))) {
            Iterator<@Nullable String[]> rows = csv.iterator();
            List<String> header = rows.hasNext()
                    ? Arrays.stream(rows.next()).map(String::valueOf).toList()
                    : List.of();
            return new ExportFile(path, header, quotedNullIsNull);
        } catch (IOException | UncheckedIOException | CsvParseException unreadable) {
            throw unreadable(unreadable);
        }
    }

    public List<String> columns() {
        return columns;
    }

    /** The place of each column in a row; of two of one name the first. */
    public Map<String, Integer> places() {
        return IntStream.range(0, columns.size())
                .boxed()
                .collect(Collectors.toMap(columns::get, place -> place, (first, second) -> first));
    }

    /** What is wrong with it, in words; null if nothing is. */
    @Nullable
    String check(List<String> wanted, long expectedRows) throws Exception {
        List<String> missing =
                wanted.stream().filter(field -> !columns.contains(field)).toList();
        if (!missing.isEmpty()) {
            return "its header lacks " + missing;
        }
        long[] counted = {0, 0};
        try {
            read(row -> {
                counted[0]++;
                counted[1] += row.length == columns.size() ? 0 : 1;
            });
        } catch (InputException broken) {
            return broken.getMessage();
        }
        if (counted[1] > 0) {
            return counted[1] + " rows have not the header's " + columns.size() + " columns";
        }
        return expectedRows < 0 || expectedRows == counted[0]
                ? null
                : "it has " + counted[0] + " rows, not the " + expectedRows + " that the job tells";
    }

    /** Hands every row over, from the first. */
    public void read(RowSink sink) throws Exception {
        RowHandler handler = new RowHandler(quotedNullIsNull);
        try (CsvReader<@Nullable String[]> csv = open(handler)) {
            Iterator<@Nullable String[]> rows = csv.iterator();
            if (rows.hasNext()) {
                rows.next();
            }
            while (rows.hasNext()) {
                sink.row(rows.next());
            }
        } catch (CsvParseException | UncheckedIOException broken) {
            throw unreadable(broken);
        }
        if (handler.nulCharacters() > 0) {
            LOG.warn(
                    "{} NUL characters were left out of texts, for databases cannot hold them",
                    handler.nulCharacters());
        }
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(path);
        } catch (IOException left) {
            LOG.warn("the temporary file {} cannot be deleted; delete it", path);
        }
    }

    private CsvReader<@Nullable String[]> open(RowHandler handler) throws IOException {
        Reader text = new InputStreamReader(
                Files.newInputStream(path),
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
        return CsvReader.builder()
                .maxBufferSize(LONGEST_FIELD)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .build(handler, text);
    }

    private static InputException unreadable(Exception broken) {
        Throwable cause = broken.getCause() == null ? broken : broken.getCause();
        return new InputException(
                "the export file cannot be read as CSV in UTF-8: "
                        + cause.getClass().getSimpleName(),
                broken);
    }
}
