package bizops.report.page;

import bizops.report.cube.BuildInfo;
import bizops.report.source.PageFile;
import bizops.report.source.SiteFiles;
import bizops.report.view.MonthRange;
import bizops.report.view.Selection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the template of a page needs. Immutable.
 *
 * @param parts text and tiles in their order
 * @param chosen what is chosen before anyone chooses, in words
 * @param charts the chart library; null where nothing is drawn
 * @param served what a page runs besides its own script and may ask its server for; null in a page that opens from a file
 * @param version of the program, printed at the page's foot
 */
record SitePage(
        SiteFiles files,
        BuildInfo build,
        PageFile page,
        List<Part> parts,
        String chosen,
        String data,
        Asset style,
        Asset theme,
        @Nullable Asset charts,
        Asset script,
        @Nullable Asset served,
        String version) {

    /** Nothing may be loaded, and only what is written here may run. */
    String policy() {
        String scripts = Stream.of(charts, script, served)
                .flatMap(Stream::ofNullable)
                .map(Asset::hash)
                .collect(Collectors.joining(" "));
        return "default-src 'none'; script-src " + scripts + "; style-src " + style.hash() + " " + theme.hash()
                + "; img-src data:; base-uri 'none'; form-action 'none'"
                + (served == null ? "" : "; connect-src 'self'");
    }

    /** Where a measure is explained; null where no page explains any. */
    @Nullable
    String definition(Part.Meaning meaning) {
        String page = Glossaries.page(files);
        return page == null ? null : page + ".html#" + meaning.id();
    }

    String asOf() {
        return build.asOf().toString();
    }

    static String file(PageFile page) {
        return page.name() + ".html";
    }

    /** What is chosen before anyone chooses, as the script says it. */
    static String words(boolean hasPeriod, Selection selection, List<FilterView> filters) {
        MonthRange period = selection.period();
        String months = period == null
                ? "all time"
                : period.from().equals(period.to()) ? period.from().toString() : period.toString();
        return Stream.concat(
                        hasPeriod ? Stream.of("Period: " + months) : Stream.of(),
                        filters.stream().map(filter -> filter.filter().title() + ": " + filter.words()))
                .map(part -> part + ".")
                .collect(Collectors.joining(" "));
    }
}
