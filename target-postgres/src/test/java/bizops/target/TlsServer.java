package bizops.target;

import bizops.postgres.PostgresServer;
import bizops.postgres.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** A server with TLS, whose role {@code certified} is let in by its certificate alone. */
final class TlsServer implements AutoCloseable {
    private static final String PASSWORD = "changeit";

    private final PostgresServer server;
    private final Path folder;
    private int databases;

    private TlsServer(PostgresServer server, Path folder) {
        this.server = server;
        this.folder = folder;
    }

    /** Starts it; {@code folder} takes its certificates. */
    static TlsServer start(Path folder) throws Exception {
        TlsServer tls = new TlsServer(PostgresServer.start(), folder);
        tls.makeKey("server", "db.example", "RSA", "-ext", "SAN=ip:127.0.0.1");
        tls.makeKey("client", "certified", "EC");
        try (Connection connection = tls.server.connect("postgres");
                Statement statement = connection.createStatement()) {
            String data = value(statement, "SHOW data_directory") + "/";
            String rules = value(statement, "SHOW hba_file");
            write(statement, tls.certificate("server"), "cat > " + data + "server.crt");
            write(statement, tls.key("server"), "umask 077; cat > " + data + "server.key");
            write(statement, tls.certificate("client"), "cat > " + data + "root.crt");
            String ruled = "umask 077; cat - " + rules + " > " + rules + ".new && mv " + rules + ".new " + rules;
            write(statement, "hostssl all certified 127.0.0.1/32 cert", ruled);
            statement.execute("CREATE ROLE certified LOGIN SUPERUSER");
            statement.execute("ALTER SYSTEM SET ssl_ca_file = 'root.crt'");
            statement.execute("ALTER SYSTEM SET ssl = on");
            statement.execute("SELECT pg_reload_conf()");
        }
        return tls;
    }

    Loading loading() throws SQLException {
        String name = "tls_" + ++databases;
        server.createDatabase(name);
        return new Loading(new TestDatabase(server, name));
    }

    /** In PEM. */
    String certificate(String alias) throws GeneralSecurityException, IOException {
        return pem("CERTIFICATE", store(alias).getCertificate(alias).getEncoded());
    }

    /** PKCS-8 in PEM. */
    String key(String alias) throws GeneralSecurityException, IOException {
        return pem("PRIVATE KEY", keyBytes(alias));
    }

    /** PKCS-8 in DER. */
    byte[] keyBytes(String alias) throws GeneralSecurityException, IOException {
        return store(alias).getKey(alias, PASSWORD.toCharArray()).getEncoded();
    }

    @Override
    public void close() {
        server.close();
    }

    private KeyStore store(String alias) throws GeneralSecurityException, IOException {
        return KeyStore.getInstance(folder.resolve(alias + ".p12").toFile(), PASSWORD.toCharArray());
    }

    private void makeKey(String alias, String name, String algorithm, String... more) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                alias,
                "-dname",
                "CN=" + name,
                "-keyalg",
                algorithm,
                "-storetype",
                "PKCS12",
                "-storepass",
                PASSWORD,
                "-keystore",
                folder.resolve(alias + ".p12").toString()));
        command.addAll(List.of(more));
        Path log = folder.resolve("keytool.log");
        int code = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start()
                .waitFor();
        if (code != 0) {
            throw new IllegalStateException(Files.readString(log));
        }
    }

    private static String pem(String kind, byte[] content) {
        return "-----BEGIN " + kind + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content) + "\n-----END " + kind
                + "-----\n";
    }

    /** Has the server write, so that the file is its own. */
    private static void write(Statement statement, String text, String program) throws SQLException {
        statement.execute(
                "COPY (SELECT unnest(string_to_array('" + text.strip() + "', E'\\n'))) TO PROGRAM '" + program + "'");
    }

    private static String value(Statement statement, String sql) throws SQLException {
        try (ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}
