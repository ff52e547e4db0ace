package bizops.bench.client;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/** What was seen; owned by one thread. */
final class Tally {
    private long rows;
    private long characters;

    void row() {
        rows++;
    }

    /** Every value of every row of a file but its header. */
    void csv(InputStream body) throws IOException {
        boolean header = true;
        try (CsvReader<CsvRecord> csv =
                CsvReader.builder().ofCsvRecord(new InputStreamReader(body, StandardCharsets.UTF_8))) {
            for (CsvRecord row : csv) {
                if (!header) {
                    row();
                    for (String value : row.getFields()) {
                        value(value.length());
                    }
                }
                header = false;
            }
        }
    }

    void value(int length) {
        characters += length;
    }

    @Override
    public String toString() {
        return rows + " rows, " + characters + " characters";
    }
}
