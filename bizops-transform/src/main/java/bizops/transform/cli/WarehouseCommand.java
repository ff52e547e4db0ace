package bizops.transform.cli;

import bizops.singer.cli.Command;
import bizops.singer.cli.Terminal;
import bizops.singer.config.Config;
import bizops.singer.config.ConfigLoader;
import bizops.transform.config.WarehouseConfig;
import com.beust.jcommander.Parameter;
import java.util.ArrayList;
import java.util.List;

/** A command that works on a warehouse. Made for one run. */
abstract class WarehouseCommand implements Command {
    @Parameter(
            names = "--config",
            placeholder = "FILE",
            description = "File with host, port, user, password and database; may be repeated",
            required = true)
    private List<String> config = new ArrayList<>();

    /** The settings of the files and the environment. */
    final WarehouseConfig warehouse(Terminal terminal) {
        Config loaded = new ConfigLoader(
                        "bizops-transform", WarehouseConfig.schema(), terminal.environment(), terminal.stdin())
                .load(config);
        return WarehouseConfig.of(loaded, terminal.environment());
    }
}
