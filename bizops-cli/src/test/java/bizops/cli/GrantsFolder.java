package bizops.cli;

import bizops.postgres.SharedPostgres;
import bizops.postgres.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** A project with grants over a database of its own; roles are the server's, so their names are this one's too. */
final class GrantsFolder {
    static final String PASSWORD = "of-a-login";

    private final Path folder;
    private final TestDatabase database = SharedPostgres.freshDatabase();
    private final Cli cli = new Cli(database);

    GrantsFolder(Path folder) {
        this.folder = folder;
    }

    /** The name of a role or login of this database alone. */
    String named(String what) {
        return what + " of \"" + database.name();
    }

    String quoted(String what) {
        return '"' + named(what).replace("\"", "\"\"") + '"';
    }

    /** Makes ordinary logins. */
    GrantsFolder logins(String... names) throws SQLException {
        for (String name : names) {
            admin("CREATE ROLE " + quoted(name) + " LOGIN PASSWORD '" + PASSWORD + "'");
        }
        return this;
    }

    /** Writes the file; {@code @name} stands for a role of this database. */
    GrantsFolder project(String grants) throws IOException {
        String text = """
                environments:
                  prod: {schema_prefix: ""}
                  dev: {schema_prefix: dev}
                  apart: {schema_prefix: apart, raw_prefix: apart_}
                taps: {crm: {command: tap-crm}, shop: {command: tap-shop, schema: "Shop \\"raw\\""}}
                targets: {warehouse: {command: target-postgres}}
                pipelines: {nightly: {taps: [crm, shop], target: warehouse}}
                grants:
                  owner: {name: "@owner"}
                """ + grants;
        String named = text.replaceAll("@(\\w+)", "$1 of \\\\\"" + database.name());
        Files.writeString(folder.resolve("bizops.yml"), named);
        return this;
    }

    Cli.Outcome grants(String... words) {
        return call("grants", words);
    }

    /** Runs a command on the file. */
    Cli.Outcome call(String command, String... words) {
        List<String> all = new ArrayList<>(List.of(command));
        all.addAll(List.of(words));
        all.addAll(List.of("--file", folder.resolve("bizops.yml").toString()));
        return cli.call(all.toArray(String[]::new));
    }

    Cli cli() {
        return cli;
    }

    Connection as(String login) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://" + database.host() + ":" + database.port() + "/" + database.name(),
                named(login),
                PASSWORD);
    }

    void admin(String... statements) throws SQLException {
        try (Connection connection = database.connect()) {
            run(connection, List.of(statements));
        }
    }

    void as(String login, String... statements) throws SQLException {
        try (Connection connection = as(login)) {
            run(connection, List.of(statements));
        }
    }

    private static void run(Connection connection, List<String> statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
