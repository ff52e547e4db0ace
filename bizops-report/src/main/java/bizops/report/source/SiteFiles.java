package bizops.report.source;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * All files of a site, read and checked against one another. Immutable.
 *
 * @param period default period: {@code last_12_months}, {@code year_to_date} or {@code all}
 * @param grain default grain: {@code month}, {@code quarter} or {@code year}
 * @param reasons by sum, or by constant with {@code build.} before its name
 * @param pages in the order of the navigation
 * @param theme the user's style sheet; empty without
 */
public record SiteFiles(
        String title,
        String period,
        String grain,
        Map<String, Measure> measures,
        Map<String, Reasons> reasons,
        Map<String, CubeFile> cubes,
        List<PageFile> pages,
        List<Target> targets,
        String theme) {

    /** The same site with these pages alone, whose rows link to none but them. */
    public SiteFiles with(List<PageFile> some) {
        Set<String> names = some.stream().map(PageFile::name).collect(Collectors.toSet());
        List<PageFile> linking =
                some.stream().map(page -> page.linkingTo(names)).toList();
        return new SiteFiles(title, period, grain, measures, reasons, cubes, linking, targets, theme);
    }
}
