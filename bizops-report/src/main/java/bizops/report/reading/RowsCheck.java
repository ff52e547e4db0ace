package bizops.report.reading;

import bizops.report.catalog.Catalog;
import bizops.report.source.Measure;
import bizops.report.source.PageFile;
import bizops.report.source.RowsBehind;
import bizops.report.yaml.Mistakes;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

/** A measure whose rows no tile lists would lead nowhere, and nobody would be told. */
final class RowsCheck {
    private RowsCheck() {}

    /** @param pages all of the site, those that are hidden too: a list that the user hides is no mistake of the measure */
    static void check(Catalog catalog, Collection<PageFile> pages, Mistakes mistakes) {
        Set<String> listed = pages.stream().flatMap(PageFile::lists).collect(Collectors.toSet());
        for (Measure measure : catalog.measures().values()) {
            RowsBehind rows = measure.rows();
            // A page of the user's may have taken the place of one of the program's, with its lists.
            if (rows != null && !measure.place().isBuiltIn() && !listed.contains(rows.cube())) {
                mistakes.add(
                        rows.place(),
                        "measure \"" + measure.name() + "\": no tile lists \"" + rows.cube()
                                + "\": add one with \"rows: " + rows.cube() + "\" to a page");
            }
        }
    }
}
