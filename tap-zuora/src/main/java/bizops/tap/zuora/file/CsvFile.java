package bizops.tap.zuora.file;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.reader.StringArrayHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Reads CSV as RFC 4180 has it (quoted line ends are part of a value), row by row in constant memory. Zuora writes null
 * and the empty text alike, so quotes carry no meaning of their own. Stateless.
 */
public final class CsvFile {
    /** One value may be this long; the longest text field of Zuora's holds far less. */
    static final int LONGEST_VALUE = 64 << 20;

    private CsvFile() {}

    /**
     * Hands over every row.
     *
     * @return how many rows there were, the header aside
     * @throws BrokenFileException if the rows are ragged, a quote stays open, or there is no header
     */
    public static long read(InputStream csv, RowHandler handler) throws IOException {
        long rows = 0;
        try (CsvReader<String[]> reader = CsvReader.builder()
                        .detectBomHeader(true)
                        .extraFieldStrategy(FieldMismatchStrategy.STRICT)
                        .missingFieldStrategy(FieldMismatchStrategy.STRICT)
                        .allowUnclosedQuote(false)
                        .maxBufferSize(LONGEST_VALUE)
                        .build(
                                StringArrayHandler.of(limits ->
                                        limits.maxFieldSize(LONGEST_VALUE).maxRecordSize(4 * LONGEST_VALUE)),
                                csv,
                                StandardCharsets.UTF_8);
                CloseableIterator<String[]> lines = reader.iterator()) {
            if (!lines.hasNext()) {
                throw new BrokenFileException("the file is empty, it lacks even a header");
            }
            handler.header(List.of(lines.next()));
            while (lines.hasNext()) {
                handler.row(lines.next());
                rows++;
            }
            return rows;
        } catch (CsvParseException ragged) {
            throw new BrokenFileException("row " + (rows + 1) + " is no CSV: " + reason(ragged), ragged);
        } catch (UncheckedIOException cut) {
            throw new BrokenFileException("the file breaks off after " + rows + " rows: " + reason(cut), cut);
        }
    }

    private static String reason(RuntimeException failure) {
        Throwable deepest = failure;
        while (deepest.getCause() != null) {
            deepest = deepest.getCause();
        }
        return String.valueOf(deepest.getMessage());
    }
}
