package bizops.transform.cli;

import bizops.singer.cli.Terminal;
import bizops.singer.error.UsageException;
import bizops.transform.audit.BuildLog;
import bizops.transform.audit.SourceTotal;
import bizops.transform.audit.SourceTotals;
import bizops.transform.config.WarehouseConfig;
import bizops.transform.connect.Database;
import bizops.transform.upgrade.KeptMigrations;
import com.beust.jcommander.Parameter;
import com.beust.jcommander.Parameters;
import java.math.BigDecimal;
import java.sql.Connection;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** {@code bizops-transform source-total}. */
@Parameters(commandDescription = "Notes what a source says that it holds of an object; later builds are held to it")
public final class SourceTotalCommand extends WarehouseCommand {
    @Parameter(
            names = "--source",
            placeholder = "salesforce|zuora|marketo",
            description = "salesforce, zuora or marketo",
            required = true)
    private String source = "";

    @Parameter(
            names = "--object",
            placeholder = "NAME",
            description = "The object or stream, as the vendor spells it",
            required = true)
    private String object = "";

    @Parameter(
            names = "--rows",
            placeholder = "NUMBER",
            description = "How many there are that are not deleted",
            required = true)
    private long rows;

    @Parameter(
            names = "--amount",
            placeholder = "NUMBER",
            description = "Sum of their amounts, where they are all in one currency")
    private @Nullable BigDecimal amount;

    @Parameter(
            names = "--modified-at",
            placeholder = "INSTANT",
            description = "The latest change at the source, such as 2026-08-31T12:00:00Z; without it now")
    private @Nullable String modifiedAt;

    @Override
    public void run(Terminal terminal) throws Exception {
        SourceTotal total = new SourceTotal(source, object, rows, amount, instant());
        total.check();
        WarehouseConfig warehouse = warehouse(terminal);
        try (Connection connection = new Database(warehouse).open()) {
            DSLContext statements = Database.statements(connection);
            KeptMigrations.refuseNewer(statements, warehouse.environment());
            String log = warehouse.environment().log();
            new BuildLog(statements, log).prepare();
            new SourceTotals(statements, log).note(total);
        }
        terminal.print(source + "." + object + ": " + rows + " rows noted");
    }

    private @Nullable OffsetDateTime instant() {
        if (modifiedAt == null) {
            return null;
        }
        try {
            return OffsetDateTime.parse(modifiedAt);
        } catch (DateTimeException unreadable) {
            throw new UsageException("--modified-at must be an instant such as 2026-08-31T12:00:00Z");
        }
    }
}
