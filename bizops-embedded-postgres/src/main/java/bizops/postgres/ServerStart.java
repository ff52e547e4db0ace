package bizops.postgres;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Brings one server up: binaries, {@code initdb} where nothing is yet, password, process. */
final class ServerStart {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int LOG_LINES_IN_ERROR = 3;

    private ServerStart() {}

    /** The server, answering queries. */
    static EmbeddedPostgres start(ServerDirectory directory, String password, Map<String, String> settings)
            throws IOException {
        LeftOver.stop(directory.data());
        Binaries binaries = Binaries.of(directory.runAs());
        boolean fresh = !directory.initialized();
        try {
            EmbeddedPostgres.Builder builder = builder(directory, password, binaries, fresh);
            settings.forEach(builder::setServerConfig);
            return builder.start();
        } catch (IOException | RuntimeException e) {
            LeftOver.stop(directory.data());
            throw new IOException(
                    "cannot start PostgreSQL in " + directory.path() + ": " + e.getMessage() + tail(directory.log()),
                    e);
        }
    }

    private static EmbeddedPostgres.Builder builder(
            ServerDirectory directory, String password, Binaries binaries, boolean fresh) {
        Redirect log = Redirect.appendTo(directory.log().toFile());
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder();
        Collation.ofServer().forEach(builder::setLocaleConfig);
        return builder.setPgBinaryResolver(binaries)
                .setOverrideWorkingDirectory(binaries.cache().toFile())
                .setDataDirectory(directory.data())
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPGStartupWait(PATIENCE)
                .setOutputRedirector(log)
                .setErrorRedirector(log)
                .setConnectConfig("password", password)
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("unix_socket_directories", "")
                .setServerConfig("max_connections", "100")
                // Containers keep /dev/shm too small for parallel queries.
                .setServerConfig("dynamic_shared_memory_type", "mmap")
                .setDataDirectoryCustomizer(data -> {
                    if (fresh) {
                        Superuser.setPassword(binaries, data.toPath(), directory.log(), password);
                    }
                });
    }

    private static String tail(Path log) throws IOException {
        if (!Files.exists(log)) {
            return "";
        }
        List<String> lines = Files.readAllLines(log);
        return "; its log ends: "
                + String.join(" | ", lines.subList(Math.max(0, lines.size() - LOG_LINES_IN_ERROR), lines.size()));
    }
}
