package bizops.report.drive;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Filter settings drawn at random out of what the marts hold. The same seed gives the same settings. */
final class Selections {
    private final List<String> models;
    private final List<String> channels;
    private final List<YearMonth> months;

    Selections(List<String> models, List<String> channels, YearMonth first, YearMonth last) {
        this.models = models;
        this.channels = channels;
        this.months = Stream.iterate(first, month -> !month.isAfter(last), month -> month.plusMonths(1))
                .toList();
    }

    Selection next(Random random) {
        String grain = one(List.of("all", "year", "quarter", "month"), random);
        List<String> periods = new ArrayList<>(new LinkedHashSet<>(
                months.stream().map(month -> period(month, grain)).toList()));
        int one = random.nextInt(periods.size());
        int other = random.nextInt(periods.size());
        return new Selection(
                grain,
                periods.get(Math.min(one, other)),
                periods.get(Math.max(one, other)),
                one(List.of("calendar", "cohort"), random),
                one(models, random),
                random.nextInt(3) == 0
                        ? null
                        : channels.stream()
                                .filter(channel -> random.nextBoolean())
                                .toList(),
                one(List.of("lead_source", "source_bucket", "generated_source"), random));
    }

    private static String period(YearMonth month, String grain) {
        return switch (grain) {
            case "year" -> String.valueOf(month.getYear());
            case "quarter" -> month.getYear() + "-Q" + (month.getMonthValue() + 2) / 3;
            default -> month.toString();
        };
    }

    private static <T> T one(List<T> of, Random random) {
        return of.get(random.nextInt(of.size()));
    }
}
