package bizops.tap.salesforce.bulk;

import bizops.tap.salesforce.convert.CsvConverter;
import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The records of one verified page, some at a time. Owned by one thread. */
final class PageRows implements AutoCloseable {
    /** Rows, and characters of theirs, that are held at a time. */
    private static final int MOST_ROWS = 500;

    private static final long MOST_CHARACTERS = 1_000_000;
    /** No field has more characters than bytes, and the reader's own limits must not be met first. */
    private static final int READER_LIMIT = 1 << 25;

    private final ResultPage page;
    private final CsvConverter converter;
    private final CsvReader<CsvRecord> reader;
    private final CloseableIterator<CsvRecord> lines;

    PageRows(ResultPage page, CsvConverter converter) {
        this.page = page;
        this.converter = converter;
        try {
            this.reader = CsvReader.builder()
                    .maxBufferSize(READER_LIMIT)
                    .detectBomHeader(true)
                    .build(
                            CsvRecordHandler.builder()
                                    .maxFields(Integer.MAX_VALUE)
                                    .maxFieldSize(READER_LIMIT)
                                    .maxRecordSize(Integer.MAX_VALUE)
                                    .build(),
                            page.file().read(),
                            StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        this.lines = reader.iterator();
        if (page.hasHeader()) {
            lines.next();
        }
    }

    boolean hasNext() {
        return page.rows() > 0 && lines.hasNext();
    }

    /** The next records, one at least if there is one. */
    List<Map<String, @Nullable Object>> next() {
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        long characters = 0;
        while (rows.size() < MOST_ROWS && characters < MOST_CHARACTERS && hasNext()) {
            List<String> values = lines.next().getFields();
            for (String value : values) {
                characters += value.length();
            }
            rows.add(converter.convert(values));
        }
        return rows;
    }

    @Override
    public void close() {
        try {
            reader.close();
        } catch (IOException alreadyUseless) {
            throw new UncheckedIOException(alreadyUseless);
        } finally {
            page.close();
        }
    }
}
