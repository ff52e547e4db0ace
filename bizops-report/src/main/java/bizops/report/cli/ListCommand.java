package bizops.report.cli;

import bizops.report.reading.SiteReader;
import bizops.report.source.CubeFile;
import bizops.report.source.Measure;
import bizops.report.source.SiteFiles;
import bizops.report.source.SumColumn;
import bizops.singer.cli.Command;
import bizops.singer.cli.Terminal;
import com.beust.jcommander.Parameter;
import com.beust.jcommander.Parameters;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code list}: the names that a page, a measure or a target may use. */
@Parameters(commandDescription = "Print the names of all measures, cubes and pages, without a database")
public final class ListCommand implements Command {
    @Parameter(names = "--project", placeholder = "FOLDER", description = "Folder with your cubes, measures and pages")
    private @Nullable String project;

    @Override
    public void run(Terminal terminal) throws IOException {
        SiteFiles site = SiteReader.read(project == null ? null : Path.of(project));
        terminal.print("measures");
        print(
                terminal,
                site.measures().values().stream()
                        .map(measure -> measure(measure, site.cubes()))
                        .toList());
        terminal.print("cubes");
        print(terminal, site.cubes().values().stream().map(ListCommand::cube).toList());
        terminal.print("pages");
        print(
                terminal,
                site.pages().stream()
                        .map(page -> List.of(page.name(), page.title()))
                        .toList());
    }

    private static List<String> measure(Measure measure, Map<String, CubeFile> cubes) {
        Set<String> common = new LinkedHashSet<>();
        boolean first = true;
        for (String name : measure.formula().cubes()) {
            List<String> dimensions = dimensions(cubes, name);
            if (first) {
                common.addAll(dimensions);
            } else {
                common.retainAll(dimensions);
            }
            first = false;
        }
        return List.of(
                measure.name(),
                measure.unit().name().toLowerCase(Locale.ROOT),
                measure.title(),
                "by " + (common.isEmpty() ? "nothing" : String.join(", ", common)));
    }

    private static List<String> dimensions(Map<String, CubeFile> cubes, String name) {
        CubeFile cube = cubes.get(name);
        return cube == null ? List.of() : cube.dimensions();
    }

    private static List<String> cube(CubeFile cube) {
        return List.of(
                cube.name(),
                cube.isRows() ? "rows" : "sums",
                "by " + (cube.dimensions().isEmpty() ? "nothing" : String.join(", ", cube.dimensions())),
                String.join(
                        ", ",
                        cube.isRows()
                                ? List.copyOf(cube.columns().keySet())
                                : cube.sums().stream().map(SumColumn::name).toList()));
    }

    /** In columns as wide as they need to be; the last one as it comes. */
    private static void print(Terminal terminal, List<List<String>> lines) throws IOException {
        List<Integer> widths = new ArrayList<>();
        for (List<String> line : lines) {
            for (int column = 0; column < line.size(); column++) {
                int width = line.get(column).length();
                if (column == widths.size()) {
                    widths.add(width);
                } else {
                    widths.set(column, Math.max(widths.get(column), width));
                }
            }
        }
        for (List<String> line : lines) {
            StringBuilder text = new StringBuilder();
            for (int column = 0; column < line.size(); column++) {
                String cell = line.get(column);
                text.append("  ").append(cell);
                if (column < line.size() - 1) {
                    text.append(" ".repeat(widths.get(column) - cell.length()));
                }
            }
            terminal.print(text.toString());
        }
    }
}
