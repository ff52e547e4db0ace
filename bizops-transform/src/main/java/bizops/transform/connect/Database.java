package bizops.transform.connect;

import bizops.transform.config.WarehouseConfig;
import bizops.transform.schema.Engine;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.conf.RenderQuotedNames;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;
import org.postgresql.ds.PGSimpleDataSource;

/** Opens connections to the warehouse, each set up so that the same statements give the same rows. Thread-safe. */
public final class Database {
    private static final int CONNECT_SECONDS = 15;

    static {
        System.setProperty("org.jooq.no-logo", "true");
        System.setProperty("org.jooq.no-tips", "true");
    }

    private final WarehouseConfig config;

    public Database(WarehouseConfig config) {
        this.config = config;
    }

    /** A new connection in autocommit mode; the caller closes it. */
    public Connection open() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setServerNames(new String[] {config.host()});
        source.setPortNumbers(new int[] {config.port()});
        source.setDatabaseName(config.database());
        source.setUser(config.user());
        config.password().ifPresent(password -> source.setPassword(password.reveal()));
        source.setSslMode(config.sslMode());
        config.sslRootCert().ifPresent(source::setSslRootCert);
        source.setConnectTimeout(CONNECT_SECONDS);
        source.setTcpKeepAlive(true);
        source.setApplicationName("bizops-transform");
        try {
            Connection connection = source.getConnection();
            setUp(connection);
            return connection;
        } catch (SQLException refused) {
            throw SqlFailure.connecting(config, refused);
        }
    }

    /** Statements over {@code connection}: names quoted, values bound. */
    public static DSLContext statements(Connection connection) {
        return DSL.using(
                connection,
                SQLDialect.POSTGRES,
                new Settings()
                        .withRenderQuotedNames(RenderQuotedNames.ALWAYS)
                        .withExecuteLogging(false)
                        .withRenderFormatted(false));
    }

    private void setUp(Connection connection) {
        Map<String, String> settings = Map.of(
                "TimeZone", "UTC",
                "jit", "off",
                "work_mem", config.workMem(),
                "search_path", "pg_catalog",
                "client_min_messages", "warning",
                "statement_timeout", "0");
        settings.forEach((name, value) -> set(connection, name, value));
        if (config.engine() == Engine.CITUS) {
            set(connection, "citus.enable_repartition_joins", "on");
        }
    }

    static void set(Connection connection, String setting, String value) {
        statements(connection)
                .select(DSL.function("set_config", String.class, DSL.val(setting), DSL.val(value), DSL.val(false)))
                .fetch();
    }
}
