package bizops.transform.cli;

import bizops.singer.cli.Terminal;
import bizops.singer.error.UsageException;
import bizops.transform.compare.Dimension;
import bizops.transform.config.WarehouseConfig;
import bizops.transform.explain.Explainer;
import bizops.transform.explain.Scope;
import com.beust.jcommander.Parameter;
import com.beust.jcommander.Parameters;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code bizops-transform explain}. */
@Parameters(commandDescription = "Explains a metric: its formula, what goes into it, and the rows behind the number")
public final class ExplainCommand extends WarehouseCommand {
    @Parameter(description = "METRIC, a column of total_performance such as cac")
    private List<String> metric = new ArrayList<>();

    @Parameter(
            names = "--campaign",
            placeholder = "ID",
            description = "Of the campaign with this id; else of the whole company")
    private String campaign = "";

    @Parameter(names = "--channel", placeholder = "NAME", description = "Of this channel")
    private String channel = "";

    @Parameter(
            names = "--model",
            placeholder = "NAME",
            description = "Attribution model; else the default_model of settings.json")
    private String model = "";

    @Parameter(
            names = "--limit",
            placeholder = "NUMBER",
            description = "How many rows to show of each metric that is a sum over rows")
    private int limit = 20;

    @Override
    public void run(Terminal terminal) throws Exception {
        if (metric.size() != 1) {
            throw new UsageException("explain takes one METRIC, such as cac");
        }
        if (!campaign.isEmpty() && !channel.isEmpty()) {
            throw new UsageException("explain takes --campaign or --channel, not both");
        }
        if (limit < 0) {
            throw new UsageException("--limit must not be negative, got " + limit);
        }
        WarehouseConfig warehouse = warehouse(terminal);
        Optional<String> wanted = model.isEmpty() ? Optional.empty() : Optional.of(model);
        for (String line :
                ExplanationText.lines(new Explainer(warehouse).explain(metric.get(0), scope(), wanted, limit))) {
            terminal.print(line);
        }
    }

    private Scope scope() {
        if (!campaign.isEmpty()) {
            return new Scope(Dimension.CAMPAIGN, campaign);
        }
        return channel.isEmpty() ? new Scope(Dimension.TOTAL, "") : new Scope(Dimension.CHANNEL, channel);
    }
}
