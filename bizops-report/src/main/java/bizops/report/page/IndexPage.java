package bizops.report.page;

import bizops.report.cube.Campaign;
import bizops.report.cube.Cube;
import bizops.report.cube.CubeJson;
import bizops.report.cube.Note;
import java.time.YearMonth;
import java.util.List;

/**
 * What the template of the page needs. Immutable.
 *
 * @param charts the chart library
 */
record IndexPage(
        Cube cube,
        List<TileView> tiles,
        List<TableView> tables,
        Asset style,
        Asset charts,
        Asset script,
        String version) {

    static IndexPage of(Cube cube, String version) {
        DefaultView view = new DefaultView(cube);
        return new IndexPage(
                cube, view.tiles(), view.tables(), Asset.style(), Asset.chartLibrary(), Asset.script(), version);
    }

    /** Nothing may be loaded, and only what is written here may run. */
    String policy() {
        return "default-src 'none'; script-src " + charts.hash() + " " + script.hash() + "; style-src " + style.hash()
                + "; img-src data:; base-uri 'none'; form-action 'none'";
    }

    TableView table(String id) {
        return tables.stream()
                .filter(table -> table.spec().id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** The cube for the script, safe between the tags: no {@code <} can end them. */
    String cubeJson() {
        return CubeJson.of(cube).replace("<", "\\u003c");
    }

    /** Measures and tables for the script. */
    String viewJson() {
        return ViewJson.write().replace("<", "\\u003c");
    }

    /** The months that there are facts of, in words. */
    String months() {
        List<YearMonth> months = cube.months();
        return months.isEmpty() ? "no data" : months.get(0) + " to " + months.get(months.size() - 1);
    }

    List<Note> notes() {
        return cube.notes();
    }

    /** How many campaigns there are beside the rows that stand for none. */
    long campaigns() {
        return cube.campaigns().stream().filter(Campaign::isReal).count();
    }

    String unattributed() {
        return Campaign.UNATTRIBUTED;
    }
}
