package bizops.singer.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bizops.singer.error.ConfigException;
import bizops.singer.error.ExitCode;
import bizops.singer.error.RemoteException;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real TLS with a certificate that only an authority of one's own vouches for. */
class TrustTest {
    private static final String PASSWORD = "changeit";

    @TempDir
    static Path folder;

    private static HttpsServer server;

    @BeforeAll
    static void serve() throws Exception {
        Path store = folder.resolve("server.p12");
        keytool(
                "-genkeypair",
                "-alias",
                "server",
                "-keyalg",
                "EC",
                "-dname",
                "CN=localhost",
                "-ext",
                "SAN=dns:localhost");
        keytool(
                "-exportcert",
                "-rfc",
                "-alias",
                "server",
                "-file",
                folder.resolve("ca.pem").toString());
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, PASSWORD.toCharArray());
        }
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        server.createContext("/", exchange -> FaultyServer.answer(200, "in").answer(exchange));
        server.start();
    }

    @AfterAll
    static void stop() {
        server.stop(0);
    }

    @Test
    void believesTheAuthoritiesOfTheBundle() {
        try (ApiClient client =
                ApiClient.builder("test/1").caBundle(folder.resolve("ca.pem")).build()) {
            assertThat(client.fetch(ApiRequest.get(uri()), ApiResponse::text)).isEqualTo("in");
        }
    }

    @Test
    void refusesAnUnknownAuthorityAtOnceAndSaysWhatToSet() {
        try (ApiClient client = ApiClient.builder("test/1").build()) {
            assertThatThrownBy(() -> client.fetch(ApiRequest.get(uri()), ApiResponse::text))
                    .isInstanceOfSatisfying(
                            RemoteException.class,
                            refused -> assertThat(refused.exitCode()).isEqualTo(ExitCode.FAILURE))
                    .hasMessageContaining("certificate is not trusted")
                    .hasMessageContaining("set ca_bundle");
        }
    }

    @Test
    void refusesABundleWithoutCertificates() throws Exception {
        Path empty = Files.createFile(folder.resolve("empty.pem"));

        assertThatThrownBy(() -> ApiClient.builder("test/1").caBundle(empty).build())
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("'ca_bundle'");
    }

    private static String uri() {
        return "https://localhost:" + server.getAddress().getPort() + "/";
    }

    private static void keytool(String... arguments) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        builder.command().addAll(List.of(arguments));
        builder.command()
                .addAll(List.of(
                        "-keystore",
                        folder.resolve("server.p12").toString(),
                        "-storepass",
                        PASSWORD,
                        "-storetype",
                        "PKCS12"));
        assertThat(builder.redirectErrorStream(true)
                        .redirectOutput(folder.resolve("keytool.log").toFile())
                        .start()
                        .waitFor())
                .isZero();
    }
}
