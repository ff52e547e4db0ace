package bizops.transform.cli;

import bizops.singer.cli.Terminal;
import bizops.singer.error.UsageException;
import bizops.transform.compare.Dimension;
import bizops.transform.compare.EnvironmentComparison;
import bizops.transform.compare.MetricDifference;
import bizops.transform.config.WarehouseConfig;
import bizops.transform.schema.Environment;
import com.beust.jcommander.Parameter;
import com.beust.jcommander.Parameters;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** {@code bizops-transform diff}. */
@Parameters(
        commandDescription =
                "Compares the metrics of this environment with those of another one, per attribution model")
public final class DiffCommand extends WarehouseCommand {
    @Parameter(
            names = "--against",
            placeholder = "PREFIX",
            description = "Prefix of the other environment's schemas; an empty text means staging, core and marts",
            required = true)
    private String against = "";

    @Parameter(
            names = "--by",
            placeholder = "total|channel|campaign",
            description = "total, channel or campaign; may be repeated; all three without it")
    private List<String> by = new ArrayList<>();

    @Parameter(
            names = "--format",
            placeholder = "markdown|csv",
            description = "markdown, as merge requests show it, or csv")
    private String format = "markdown";

    @Override
    public void run(Terminal terminal) throws Exception {
        if (!List.of("markdown", "csv").contains(format)) {
            throw new UsageException("--format must be markdown or csv, got " + format);
        }
        List<Dimension> dimensions = dimensions();
        WarehouseConfig warehouse = warehouse(terminal);
        if (warehouse.environment().prefix().equals(against)) {
            throw new UsageException("--against names this very environment, \"" + against + "\"");
        }
        List<MetricDifference> differences =
                new EnvironmentComparison(warehouse, new Environment(against)).run(dimensions);
        DifferenceTable table = new DifferenceTable(differences);
        terminal.print(format.equals("csv") ? table.csv() : table.markdown());
    }

    private List<Dimension> dimensions() {
        List<Dimension> chosen = new ArrayList<>();
        for (String name : by) {
            chosen.add(Stream.of(Dimension.values())
                    .filter(dimension -> dimension.id().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new UsageException("--by must be total, channel or campaign, got " + name)));
        }
        return chosen.isEmpty() ? List.of(Dimension.values()) : chosen;
    }
}
