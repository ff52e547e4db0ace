package bizops.transform.config;

import bizops.singer.config.Problems;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads one seed CSV strictly: every problem names file and line. Owned by one thread. */
public final class SeedFile {
    private static final BigDecimal GREATEST = new BigDecimal("1e15");

    private final SeedTable table;
    private final Path file;
    private final Problems problems;

    public SeedFile(SeedTable table, Path folder, Problems problems) {
        this.table = table;
        this.file = folder.resolve(table.fileName());
        this.problems = problems;
    }

    /** The rows, values in the table's order; empty where there is no file. */
    public Optional<List<List<Object>>> read() {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        List<List<Object>> rows = new ArrayList<>();
        Optional<String> text = SeedText.read(file, table.fileName(), problems);
        if (text.isEmpty()) {
            return Optional.of(rows);
        }
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .skipEmptyLines(true)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(text.get())) {
            Map<List<Object>, Long> firstLine = new HashMap<>();
            int[] order = null;
            for (CsvRecord record : reader) {
                if (order == null) {
                    order = order(record);
                } else if (order.length > 0) {
                    row(record, order, firstLine).ifPresent(rows::add);
                }
            }
            if (order == null) {
                problems.add(file.getFileName() + ": empty; it needs the header " + String.join(",", table.headers()));
            }
        } catch (CsvParseException broken) {
            problems.add(file.getFileName() + ": " + broken.getMessage());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return Optional.of(rows);
    }

    /** Position in the file of each column of the table; empty when the header is wrong. */
    private int[] order(CsvRecord header) {
        List<String> found = header.getFields().stream().map(String::strip).toList();
        List<String> wanted = table.headers();
        if (found.size() != wanted.size() || !found.containsAll(wanted)) {
            problems.add(file.getFileName() + ", line " + header.getStartingLineNumber() + ": the header must be "
                    + String.join(",", wanted) + ", got " + String.join(",", found)
                    + (isSeparatedOtherwise(found) ? "; save it with commas between the fields" : ""));
            return new int[0];
        }
        return wanted.stream().mapToInt(found::indexOf).toArray();
    }

    /** As spreadsheets write it where a comma is the decimal point. */
    private static boolean isSeparatedOtherwise(List<String> header) {
        return header.size() == 1
                && (header.get(0).contains(";") || header.get(0).contains("\t"));
    }

    private Optional<List<Object>> row(CsvRecord record, int[] order, Map<List<Object>, Long> firstLine) {
        if (record.getFieldCount() != order.length) {
            wrong(record, "has " + record.getFieldCount() + " fields, the header " + order.length);
            return Optional.empty();
        }
        List<Object> values = new ArrayList<>();
        for (int i = 0; i < order.length; i++) {
            Object value = value(record, table.columns().get(i), record.getField(order[i]));
            if (value == null) {
                return Optional.empty();
            }
            values.add(value);
        }
        if (table.keyColumns() > 0) {
            List<Object> key = List.copyOf(values.subList(0, table.keyColumns()));
            Long before = firstLine.putIfAbsent(key, record.getStartingLineNumber());
            if (before != null) {
                wrong(record, key + " is given already in line " + before);
                return Optional.empty();
            }
        }
        return Optional.of(values);
    }

    private @Nullable Object value(CsvRecord record, SeedTable.Column column, String text) {
        if (text.isBlank() && column.kind() == SeedTable.Kind.TEXT_OR_BLANK) {
            return "";
        }
        if (text.isBlank()) {
            wrong(record, "field " + column.header() + " is blank");
            return null;
        }
        return switch (column.kind()) {
            case TEXT, TEXT_OR_BLANK -> text;
            case CURRENCY -> currency(record, column, text.strip());
            case DATE -> date(record, column, text.strip());
            case MONTH -> month(record, column, text.strip());
            case NUMBER -> number(record, column, text.strip());
            case FLAG -> flag(record, column, text.strip());
        };
    }

    private @Nullable Object currency(CsvRecord record, SeedTable.Column column, String text) {
        if (!text.matches("[A-Z]{3}")) {
            wrong(record, "field " + column.header() + ": \"" + text + "\" is no ISO 4217 code such as USD");
            return null;
        }
        return text;
    }

    private @Nullable Object date(CsvRecord record, SeedTable.Column column, String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException notDate) {
            wrong(record, "field " + column.header() + ": \"" + text + "\" is no date such as 2024-01-31");
            return null;
        }
    }

    private @Nullable Object month(CsvRecord record, SeedTable.Column column, String text) {
        String day = text.length() == "2024-01".length() ? text + "-01" : text;
        return date(record, column, day) instanceof LocalDate date ? date.withDayOfMonth(1) : null;
    }

    private @Nullable Object flag(CsvRecord record, SeedTable.Column column, String text) {
        if (text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false")) {
            return Boolean.valueOf(text);
        }
        wrong(record, "field " + column.header() + ": \"" + text + "\" is neither true nor false");
        return null;
    }

    private @Nullable Object number(CsvRecord record, SeedTable.Column column, String text) {
        try {
            BigDecimal number = new BigDecimal(text);
            boolean isRate = table == SeedTable.CURRENCY_RATE;
            if (number.abs().compareTo(GREATEST) < 0 && !(isRate && number.signum() <= 0)) {
                return number;
            }
        } catch (NumberFormatException notNumber) {
            wrong(record, "field " + column.header() + ": \"" + text + "\" is no number such as 1234.50");
            return null;
        }
        wrong(record, "field " + column.header() + ": " + text + " is out of range");
        return null;
    }

    private void wrong(CsvRecord record, String problem) {
        problems.add(file.getFileName() + ", line " + record.getStartingLineNumber() + ": " + problem);
    }
}
