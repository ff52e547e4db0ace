package bizops.transform.cli;

import bizops.singer.cli.Terminal;
import bizops.transform.config.WarehouseConfig;
import bizops.transform.connect.Database;
import bizops.transform.publish.ReaderGrants;
import com.beust.jcommander.Parameter;
import com.beust.jcommander.Parameters;
import java.sql.Connection;

/** {@code bizops-transform grants}. */
@Parameters(commandDescription = "Lets a role read core and marts, now and after every later build")
public final class GrantsCommand extends WarehouseCommand {
    @Parameter(names = "--reader", placeholder = "ROLE", description = "The role; it must exist", required = true)
    private String reader = "";

    @Override
    public void run(Terminal terminal) throws Exception {
        WarehouseConfig warehouse = warehouse(terminal);
        try (Connection connection = new Database(warehouse).open()) {
            for (String schema :
                    new ReaderGrants(Database.statements(connection), warehouse.environment()).grant(reader)) {
                terminal.print("\"" + reader + "\" may read " + schema);
            }
        }
    }
}
