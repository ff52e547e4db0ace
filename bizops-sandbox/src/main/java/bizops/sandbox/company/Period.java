package bizops.sandbox.company;

import bizops.sandbox.marketo.data.Asset;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The period costs of a program: whole units of money by month. They do not move the program's time of update. */
final class Period {
    private Period() {}

    /** Spreads a total over the months from first to last; a program without a total has no costs. */
    static void costs(Asset program, @Nullable BigDecimal total, LocalDate first, LocalDate last, String note) {
        if (total == null || total.signum() <= 0) {
            return;
        }
        List<LocalDate> months = new ArrayList<>();
        for (LocalDate month = first.withDayOfMonth(1); !month.isAfter(last); month = month.plusMonths(1)) {
            months.add(month);
        }
        long whole = total.setScale(0, RoundingMode.HALF_UP).longValueExact();
        long each = whole / months.size();
        List<Map<String, Object>> costs = new ArrayList<>();
        for (LocalDate month : months) {
            Map<String, Object> cost = new LinkedHashMap<>();
            cost.put("startDate", month);
            cost.put("cost", costs.isEmpty() ? whole - each * (months.size() - 1) : each);
            cost.put("note", note);
            costs.add(cost);
        }
        program.detail("costs", costs);
    }
}
