package bizops.target;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.singer.error.ExitCode;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Encrypted connections, by the settings of this target and of others, with files and with texts. */
final class TlsTest {
    private static final String SCHEMA =
            "{\"type\":\"SCHEMA\",\"stream\":\"s\",\"schema\":{\"properties\":{\"id\":{\"type\":\"integer\"}}}}";

    @TempDir
    private static Path folder = Path.of("");

    private static @Nullable TlsServer started;

    @BeforeAll
    static void start() throws Exception {
        started = TlsServer.start(folder);
    }

    @AfterAll
    static void stop() {
        server().close();
    }

    @Test
    void sslTrueOfPipelineWiseEncrypts() throws Exception {
        assertThat(seen(server().loading().with("ssl", "\"true\""))).isEqualTo("[[t, null]]");
    }

    @Test
    void withoutAWordTheServersTlsIsTaken() throws Exception {
        assertThat(seen(server().loading())).isEqualTo("[[t, null]]");
        assertThat(seen(server().loading().with("ssl_enable", "false"))).isEqualTo("[[t, null]]");
        assertThat(seen(server().loading().with("postgres_sslmode", "\"disable\"")))
                .isEqualTo("[[f, null]]");
    }

    @Test
    void sslTrueRefusesAServerWithoutTls() {
        Loading.Outcome outcome = new Loading().with("ssl", "true").load(SCHEMA);

        assertThat(outcome.code()).isEqualTo(ExitCode.FAILURE);
        assertThat(outcome.errors())
                .startsWith("CRITICAL target-postgres: no connection to the server at 127.0.0.1:")
                .contains("[08004]; correct password, ssl_mode and certificates")
                .hasLineCount(1);
    }

    @Test
    void aTextInPemIsTheAuthority() throws Exception {
        Loading loading = server().loading()
                .with("ssl_enable", "true")
                .with("ssl_certificate_authority", json(server().certificate("server")));

        assertThat(seen(loading)).isEqualTo("[[t, null]]");
    }

    @Test
    void anotherAuthorityIsNotTrusted() throws Exception {
        Loading.Outcome outcome = server().loading()
                .with("ssl_root_cert", json(server().certificate("client")))
                .load(SCHEMA);

        assertThat(outcome.code()).isEqualTo(ExitCode.FAILURE);
        assertThat(outcome.errors())
                .contains("PKIX path", "correct password, ssl_mode and certificates")
                .hasLineCount(1);
    }

    @Test
    void aCertificateOfAnotherHostIsNotTrusted() throws Exception {
        String authority = json(server().certificate("server"));
        Loading.Outcome outcome = server().loading()
                .with("host", "\"localhost\"")
                .with("ssl_root_cert", authority)
                .load(SCHEMA);

        assertThat(outcome.code()).as(outcome.errors()).isEqualTo(ExitCode.FAILURE);
        assertThat(outcome.errors())
                .contains("localhost", "correct password, ssl_mode and certificates")
                .hasLineCount(1);
        assertThat(seen(server().loading()
                        .with("host", "\"localhost\"")
                        .with("ssl_mode", "\"verify-ca\"")
                        .with("ssl_root_cert", authority)))
                .isEqualTo("[[t, null]]");
    }

    @Test
    void aServerWithoutTlsDoesNotPassForOneThatIsVerified() throws Exception {
        Loading.Outcome outcome = new Loading()
                .with("ssl_root_cert", json(server().certificate("server")))
                .load(SCHEMA);

        assertThat(outcome.code()).isEqualTo(ExitCode.FAILURE);
        assertThat(outcome.errors()).contains("SSL").hasLineCount(1);
    }

    @Test
    void strictlyAnotherMachineMustBeVerified() throws Exception {
        Loading far = server().loading().with("host", "\"db.invalid\"");

        assertThat(refused(far.strictly()))
                .contains("'ssl_mode' is prefer, and --strict asks for verify-full to db.invalid");
        assertThat(seen(server().loading().strictly())).as("this machine").isEqualTo("[[t, null]]");
    }

    @Test
    void aCertificateAndItsKeyAsTextsLetIn() throws Exception {
        Loading loading = certified()
                .with("ssl_client_certificate_enable", "true")
                .with("ssl_client_certificate", json(server().certificate("client")))
                .with("ssl_client_private_key", json(server().key("client")))
                .with("ssl_storage_directory", "\".secrets\"");

        assertThat(seen(loading)).isEqualTo("[[t, /CN=certified]]");
        assertThat(readers("bizops-tls-*.pk8")).containsExactly("rw-------");
        assertThat(readers("bizops-tls-*.crt")).containsExactly("rw-------");
    }

    @Test
    void aCertificateAndItsKeyInPemFilesLetIn() throws Exception {
        Path certificate = Files.writeString(folder.resolve("c.crt"), server().certificate("client"));
        Path key = Files.writeString(folder.resolve("c.key"), server().key("client"));
        Loading loading = certified()
                .with("postgres_sslcert", json(certificate.toString()))
                .with("postgres_sslkey", json(key.toString()));

        assertThat(seen(loading)).isEqualTo("[[t, /CN=certified]]");
    }

    @Test
    void aKeyInDerLetsInAndTheUrlNamesBoth() throws Exception {
        Path certificate = Files.writeString(folder.resolve("c.crt"), server().certificate("client"));
        Path key = Files.write(folder.resolve("c.pk8"), server().keyBytes("client"));
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
        Loading loading = certified();
        loading.without("user")
                .without("database")
                .with(
                        "sqlalchemy_url",
                        json("postgresql://certified@127.0.0.1/"
                                + loading.database().name() + "?sslmode=require&sslcert=" + certificate + "&sslkey="
                                + key));

        assertThat(seen(loading)).isEqualTo("[[t, /CN=certified]]");
    }

    @Test
    void aCertificateThatIsSwitchedOffIsNotShown() throws Exception {
        Loading.Outcome outcome = certified()
                .with("ssl_client_certificate_enable", "false")
                .with("ssl_cert", json(server().certificate("client")))
                .with("ssl_key", json(server().key("client")))
                .load(SCHEMA);

        assertThat(outcome.code()).isEqualTo(ExitCode.FAILURE);
        assertThat(outcome.errors()).contains("refuses user \"certified\"").hasLineCount(1);
    }

    @Test
    void whatContradictsIsRefused() throws Exception {
        assertThat(refused(server().loading().with("ssl", "\"true\"").with("ssl_mode", "\"prefer\"")))
                .contains("'ssl' is true, but 'ssl_mode' prefer does without TLS: keep one");
        assertThat(refused(server().loading().with("ssl_enable", "false").with("ssl_mode", "\"verify-full\"")))
                .contains("'ssl_enable' is false, but 'ssl_mode' is verify-full");
        assertThat(refused(server().loading().with("ssl", "\"require\"")))
                .contains("'ssl' must be true or false; a mode belongs in ssl_mode");
    }

    @Test
    void aKeyThatCannotBeReadIsNamedAndNotShown() throws Exception {
        String locked = server().key("client").replace("PRIVATE KEY", "ENCRYPTED PRIVATE KEY");

        assertThat(refused(server().loading().with("ssl_key", json(locked))))
                .contains("'ssl_key' holds a key with a password, which is not read", "openssl pkey")
                .doesNotContain("BEGIN", locked.lines().toList().get(1));
        assertThat(refused(server().loading().with("ssl_key", json("/nowhere/key.pem"))))
                .contains("'ssl_key' names no file that can be read");
        assertThat(refused(server().loading().with("ssl_root_cert", json(server().key("client")))))
                .contains("'ssl_root_cert' holds PEM, but no certificate")
                .doesNotContain("BEGIN");
    }

    private static String refused(Loading loading) {
        Loading.Outcome outcome = loading.load(SCHEMA);
        assertThat(outcome.code()).isEqualTo(ExitCode.FAILURE);
        assertThat(outcome.errors()).hasLineCount(1);
        return outcome.errors();
    }

    private static String seen(Loading loading) {
        loading.with(
                        "before_run_sql",
                        "\"CREATE TABLE seen AS SELECT ssl, client_dn FROM pg_stat_ssl WHERE pid = pg_backend_pid()\"")
                .loads(SCHEMA);
        return loading.rows("SELECT * FROM seen").toString();
    }

    private static Loading certified() throws Exception {
        return server().loading().with("user", "\"certified\"").without("password");
    }

    private static Set<String> readers(String pattern) throws Exception {
        Set<String> rights = new HashSet<>();
        try (DirectoryStream<Path> files =
                Files.newDirectoryStream(Path.of(System.getProperty("java.io.tmpdir")), pattern)) {
            for (Path file : files) {
                rights.add(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
            }
        }
        return rights;
    }

    private static String json(String text) throws JsonProcessingException {
        return new ObjectMapper().writeValueAsString(text);
    }

    private static TlsServer server() {
        return Objects.requireNonNull(started);
    }
}
