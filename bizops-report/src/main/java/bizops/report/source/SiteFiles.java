package bizops.report.source;

import java.util.List;
import java.util.Map;

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

    /** The same site with these pages alone. */
    public SiteFiles with(List<PageFile> some) {
        return new SiteFiles(title, period, grain, measures, reasons, cubes, some, targets, theme);
    }
}
