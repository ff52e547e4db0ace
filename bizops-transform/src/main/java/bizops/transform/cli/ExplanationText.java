package bizops.transform.cli;

import bizops.singer.report.OneLine;
import bizops.transform.explain.Explanation;
import java.util.ArrayList;
import java.util.List;

/** An explanation as lines of a terminal. */
final class ExplanationText {
    private ExplanationText() {}

    static List<String> lines(Explanation explanation) {
        List<String> lines = new ArrayList<>();
        Explanation.Value metric = explanation.metric();
        lines.add(OneLine.of(metric.name() + " of " + explanation.of() + ", model " + explanation.model() + ": "
                + shown(metric.text())));
        lines.add("  = " + metric.comment());
        explanation
                .inputs()
                .forEach(input ->
                        lines.add("  " + input.name() + " = " + shown(input.text()) + " (" + input.comment() + ")"));
        for (Explanation.Rows rows : explanation.rows()) {
            lines.add("");
            lines.add(heading(rows));
            lines.addAll(Columns.aligned(rows.columns(), rows.rows()));
            if (rows.count() > rows.rows().size()) {
                lines.add("  and " + (rows.count() - rows.rows().size()) + " more: raise --limit");
            }
        }
        return lines;
    }

    private static String heading(Explanation.Rows rows) {
        String of = rows.summed().isEmpty() ? "" : ", sum of " + rows.summed() + " " + shown(rows.sum());
        return rows.metric() + ": " + rows.count() + " rows of " + rows.relation() + of;
    }

    private static String shown(String number) {
        return number.isEmpty() ? "not known" : number;
    }
}
