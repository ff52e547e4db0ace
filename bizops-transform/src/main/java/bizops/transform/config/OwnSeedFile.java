package bizops.transform.config;

import bizops.singer.config.Problems;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a CSV of the user's own, whose header names the columns. Owned by one thread. */
final class OwnSeedFile {
    private final Path file;
    private final String name;
    private final Problems problems;

    OwnSeedFile(Path file, String name, Problems problems) {
        this.file = file;
        this.name = name;
        this.problems = problems;
    }

    /** Empty where something is wrong with it. */
    Optional<OwnSeed> read() {
        if (SeedTable.all().anyMatch(table -> table.table().equals("seed_" + name))) {
            problems.add(where() + ": " + name + ".csv lies beside settings.json, not in seeds/");
            return Optional.empty();
        }
        Optional<String> text = SeedText.read(file, where(), problems);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        List<String> columns = List.of();
        List<List<@Nullable String>> rows = new ArrayList<>();
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .skipEmptyLines(true)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(text.get())) {
            for (CsvRecord line : reader) {
                if (columns.isEmpty()) {
                    columns = columns(line);
                } else if (line.getFieldCount() != columns.size()) {
                    problems.add(where() + ", line " + line.getStartingLineNumber() + ": has " + line.getFieldCount()
                            + " fields, the header " + columns.size());
                } else {
                    rows.add(texts(line));
                }
            }
        } catch (CsvParseException broken) {
            problems.add(where() + ": " + broken.getMessage());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        if (columns.isEmpty()) {
            problems.add(where() + ": empty; its first line names the columns");
            return Optional.empty();
        }
        return Optional.of(new OwnSeed(name, columns, List.copyOf(rows)));
    }

    private List<String> columns(CsvRecord header) {
        List<String> columns = header.getFields().stream().map(String::strip).toList();
        Set<String> seen = new HashSet<>();
        for (String column : columns) {
            if (column.isEmpty() || column.getBytes(StandardCharsets.UTF_8).length > 63 || !seen.add(column)) {
                problems.add(where() + ", line " + header.getStartingLineNumber() + ": \"" + column
                        + "\" names no column: a name has 1 to 63 bytes and stands there once");
            }
        }
        return columns;
    }

    private static List<@Nullable String> texts(CsvRecord line) {
        List<@Nullable String> texts = new ArrayList<>();
        line.getFields().forEach(text -> texts.add(text.isBlank() ? null : text));
        return texts;
    }

    private String where() {
        return "seeds/" + name + ".csv";
    }
}
