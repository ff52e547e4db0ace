package bizops.report.drive;

import bizops.report.source.Tile;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows that stand also where nothing happened: periods without holes, and all buckets. */
final class OracleSteps {
    private OracleSteps() {}

    static List<String> filled(Tile tile, String dimension, Setting setting, List<String> found) {
        List<Integer> bounds = tile.buckets().get(dimension);
        if (bounds != null) {
            return buckets(bounds);
        }
        if (!OracleCube.column(dimension).equals("month")) {
            return found;
        }
        String grain = dimension.equals("month") ? "month" : setting.grain();
        List<String> sorted = found.stream().sorted().toList();
        return sorted.isEmpty() ? sorted : periods(grain, sorted.get(0), sorted.get(sorted.size() - 1));
    }

    private static List<String> buckets(List<Integer> bounds) {
        List<String> names = new ArrayList<>();
        int from = 0;
        for (int bound : bounds) {
            names.add(from + "–" + bound);
            from = bound + 1;
        }
        names.add("over " + (from - 1));
        return names;
    }

    private static List<String> periods(String grain, String first, String last) {
        LinkedHashSet<String> names = new LinkedHashSet<>();
        for (YearMonth month = start(first); name(grain, month).compareTo(last) <= 0; month = month.plusMonths(1)) {
            names.add(name(grain, month));
        }
        return List.copyOf(names);
    }

    private static YearMonth start(String period) {
        if (period.length() == 4) {
            return YearMonth.of(Integer.parseInt(period), 1);
        }
        int at = period.indexOf("-Q");
        return at < 0
                ? YearMonth.parse(period)
                : YearMonth.of(
                        Integer.parseInt(period.substring(0, 4)), Integer.parseInt(period.substring(at + 2)) * 3 - 2);
    }

    private static String name(@Nullable String grain, YearMonth month) {
        if ("year".equals(grain)) {
            return String.valueOf(month.getYear());
        }
        return "quarter".equals(grain) ? month.getYear() + "-Q" + (month.getMonthValue() + 2) / 3 : month.toString();
    }
}
