package bizops.report.view;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * What is said behind the label of a row. Immutable.
 *
 * @param asOf day of the data
 */
record Marks(LocalDate asOf) {
    List<String> of(Computation computed, int row) {
        List<String> marks = new ArrayList<>();
        if (computed.isImmature(row)) {
            marks.add("not mature yet");
        }
        computed.incomplete(row).forEach(sum -> marks.add(sum.replace('_', ' ') + " incomplete"));
        MonthRange months = computed.rows().months(row);
        if (months != null
                && !asOf.isBefore(months.from().atDay(1))
                && asOf.isBefore(months.to().atEndOfMonth())) {
            marks.add("to date");
        }
        return marks;
    }
}
