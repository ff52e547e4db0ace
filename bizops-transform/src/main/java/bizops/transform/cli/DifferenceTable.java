package bizops.transform.cli;

import bizops.transform.compare.MetricDifference;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/** Differences of metrics, to read or to load. Immutable. */
record DifferenceTable(List<MetricDifference> differences) {
    private static final List<String> HEADER =
            List.of("by", "id", "name", "model", "metric", "here", "there", "difference", "relative");
    private static final int DECIMALS = 6;

    /** RFC 4180 with a header; the last line has no end. */
    String csv() {
        StringWriter text = new StringWriter();
        CsvWriter writer = CsvWriter.builder().build(text);
        writer.writeRecord(HEADER);
        differences.forEach(one -> writer.writeRecord(cells(one)));
        return text.toString().stripTrailing();
    }

    String markdown() {
        if (differences.isEmpty()) {
            return "No metric differs.";
        }
        StringBuilder text = new StringBuilder("| " + String.join(" | ", HEADER) + " |\n");
        text.append("| --- | --- | --- | --- | --- | ---: | ---: | ---: | ---: |");
        for (MetricDifference one : differences) {
            List<String> cells =
                    cells(one).stream().map(DifferenceTable::escaped).toList();
            text.append("\n| ").append(String.join(" | ", cells)).append(" |");
        }
        return text.toString();
    }

    private static List<String> cells(MetricDifference one) {
        return List.of(
                one.dimension().id(),
                one.id(),
                one.name(),
                one.model(),
                one.metric(),
                text(one.here()),
                text(one.there()),
                text(one.absolute()),
                text(one.relative()));
    }

    private static String text(Optional<BigDecimal> number) {
        return number.map(DifferenceTable::text).orElse("");
    }

    /** Rounded to read, but a difference that is smaller still is no 0. */
    private static String text(BigDecimal number) {
        BigDecimal rounded = number.setScale(DECIMALS, RoundingMode.HALF_EVEN);
        BigDecimal shown = rounded.signum() == 0 ? number : rounded;
        return shown.signum() == 0 ? "0" : shown.stripTrailingZeros().toPlainString();
    }

    /** Names come from other systems: nothing in them may end a cell or begin a tag. */
    private static String escaped(String cell) {
        return cell.replace("\\", "\\\\")
                .replace("|", "\\|")
                .replace("<", "&lt;")
                .replaceAll("\\R", " ");
    }
}
