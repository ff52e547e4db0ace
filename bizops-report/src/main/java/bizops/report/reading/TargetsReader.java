package bizops.report.reading;

import bizops.report.catalog.Catalog;
import bizops.report.files.SourceFile;
import bizops.report.source.Measure;
import bizops.report.source.Place;
import bizops.report.source.Target;
import bizops.report.source.Unit;
import bizops.report.yaml.Mistakes;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads {@code targets.csv}. Made for one file. */
final class TargetsReader {
    private static final List<String> COLUMNS = List.of("measure", "month", "value");
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,30}(?:\\.[0-9]{1,20})?");
    /** A share of 1000 %: more was meant as percent. */
    private static final BigDecimal LARGEST_SHARE = BigDecimal.TEN;

    private final SourceFile file;
    private final Catalog catalog;
    private final Mistakes mistakes;
    private final List<Target> targets = new ArrayList<>();
    private final Map<String, Place> seen = new HashMap<>();

    TargetsReader(SourceFile file, Catalog catalog, Mistakes mistakes) {
        this.file = file;
        this.catalog = catalog;
        this.mistakes = mistakes;
    }

    List<Target> read() {
        boolean headed = false;
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .skipEmptyLines(true)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(file.text())) {
            for (CsvRecord line : reader) {
                Place place = file.line((int) line.getStartingLineNumber());
                List<String> fields =
                        line.getFields().stream().map(String::strip).toList();
                if (!headed) {
                    headed = true;
                    checkHeader(place, fields);
                } else if (fields.size() != COLUMNS.size()) {
                    mistakes.add(place, "has " + fields.size() + " fields, not " + COLUMNS.size());
                } else {
                    target(place, fields).ifPresent(targets::add);
                }
            }
        } catch (CsvParseException broken) {
            mistakes.add(file.line(1), "is not CSV: " + broken.getMessage());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return targets;
    }

    private void checkHeader(Place place, List<String> fields) {
        if (!fields.equals(COLUMNS)) {
            mistakes.add(place, "begins with a line " + String.join(",", COLUMNS));
        }
    }

    private Optional<Target> target(Place place, List<String> fields) {
        String measure = fields.get(0);
        if (catalog.isUnknown(measure)) {
            mistakes.unknown(place, "", "measure", measure, catalog.measureNames());
            return Optional.empty();
        }
        if (!NUMBER.matcher(fields.get(2)).matches()) {
            mistakes.add(place, "value \"" + fields.get(2) + "\" must be a number such as 1200.50");
            return Optional.empty();
        }
        YearMonth month = null;
        if (!fields.get(1).isEmpty()) {
            month = month(fields.get(1));
            if (month == null) {
                mistakes.add(place, "month \"" + fields.get(1) + "\" must be one such as 2026-01, or empty");
                return Optional.empty();
            }
        }
        Target target = new Target(measure, month, new BigDecimal(fields.get(2)));
        Optional.ofNullable(catalog.measures().get(measure)).ifPresent(known -> checkMeaning(place, known, target));
        Place other = seen.putIfAbsent(measure + " " + fields.get(1), place);
        if (other != null) {
            mistakes.add(
                    place, "a target of \"" + measure + "\" for this time stands in line " + other.line() + " already");
        }
        return Optional.of(target);
    }

    /** Months of a sum add up to the target of a period; a ratio has one target for any period. */
    private void checkMeaning(Place place, Measure measure, Target target) {
        boolean adds = catalog.addsUp(measure);
        if (adds && target.month() == null) {
            mistakes.add(place, "\"" + measure.name() + "\" is a sum: its target needs a month");
        }
        if (!adds && target.month() != null) {
            mistakes.add(
                    place,
                    "\"" + measure.name()
                            + "\" does not add up over months: its target stands for any period, so leave the month out");
        }
        if (measure.unit() == Unit.PERCENT && target.value().abs().compareTo(LARGEST_SHARE) > 0) {
            mistakes.add(place, "\"" + measure.name() + "\" is a share: write 0.25 for 25 %");
        }
    }

    private static @Nullable YearMonth month(String text) {
        try {
            return YearMonth.parse(text);
        } catch (DateTimeException wrong) {
            return null;
        }
    }
}
