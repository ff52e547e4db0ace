package bizops.report.page;

import bizops.report.cube.BuildInfo;
import bizops.report.cube.CubeData;
import bizops.report.cube.Dimension;
import bizops.report.cube.KeyOrder;
import bizops.report.cube.KeyOrder.Labelled;
import bizops.report.source.Filter;
import bizops.report.source.SiteFiles;
import bizops.report.view.Grain;
import bizops.report.view.MonthRange;
import bizops.report.view.Selection;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The filters of a page, and what they are set to before anyone chooses. */
final class Filters {
    private static final String FIRST_BASIS = "calendar";

    private Filters() {}

    /** Those beside the period. */
    static List<FilterView> of(PageContent content, BuildInfo build) {
        return content.offered().stream()
                .filter(filter -> filter != Filter.PERIOD)
                .map(filter -> {
                    List<Labelled> values = values(filter, content);
                    return new FilterView(filter, values, filter.isMany() ? null : initial(filter, values, build));
                })
                .toList();
    }

    /** What is chosen before anyone chooses. */
    static Selection initial(
            SiteFiles files, BuildInfo build, List<YearMonth> months, PageContent content, List<FilterView> filters) {
        Map<Filter, Set<@Nullable String>> chosen = new EnumMap<>(Filter.class);
        for (FilterView filter : filters) {
            if (!filter.filter().isMany()) {
                chosen.put(filter.filter(), new HashSet<>(Arrays.asList(filter.initial())));
            }
        }
        return new Selection(
                content.offered().contains(Filter.PERIOD) ? period(files.period(), build, months) : null,
                Grain.valueOf(files.grain().toUpperCase(Locale.ROOT)),
                chosen);
    }

    private static @Nullable MonthRange period(String name, BuildInfo build, List<YearMonth> months) {
        if (months.isEmpty() || name.equals("all")) {
            return null;
        }
        YearMonth now = YearMonth.from(build.asOf());
        YearMonth from = name.equals("year_to_date") ? now.withMonth(1) : now.minusMonths(11);
        return new MonthRange(from, now);
    }

    private static List<Labelled> values(Filter filter, PageContent content) {
        Map<@Nullable String, Labelled> values = new LinkedHashMap<>();
        boolean numeric = true;
        for (CubeData cube : content.cubes().values()) {
            Dimension dimension = cube.dimensions().get(filter.dimension());
            if (dimension == null) {
                continue;
            }
            numeric &= dimension.numeric() || dimension.keys().isEmpty();
            boolean every = cube.file().every().contains(filter.dimension());
            for (int code = 0; code < dimension.keys().size(); code++) {
                String key = dimension.keys().get(code);
                if (key != null || !every) {
                    values.putIfAbsent(key, new Labelled(key, dimension.labels().get(code)));
                }
            }
        }
        return values.values().stream().sorted(KeyOrder.of(numeric)).toList();
    }

    /** The model of the settings, the calendar; else the first that there is. */
    private static @Nullable String initial(Filter filter, List<Labelled> values, BuildInfo build) {
        String wanted = filter == Filter.MODEL ? build.defaultModel() : FIRST_BASIS;
        boolean there = values.stream().anyMatch(value -> wanted.equals(value.key()));
        return there || values.isEmpty() ? wanted : values.get(0).key();
    }
}
