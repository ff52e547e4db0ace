package bizops.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Gives the superuser a password before the server listens for the first time. */
final class Superuser {
    private static final String HBA = "host all all 127.0.0.1/32 scram-sha-256\n";

    private Superuser() {}

    /** Runs the server in single-user mode, which opens no port; then only the password lets anyone in. */
    static void setPassword(Binaries binaries, Path data, Path log, String password) {
        List<String> command = binaries.command("postgres", "--single", "-D", data.toString(), "postgres");
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(Redirect.appendTo(log.toFile()))
                    .start();
            try (var input = process.getOutputStream()) {
                input.write(("ALTER ROLE postgres PASSWORD '" + ScramSecret.of(password) + "'\n")
                        .getBytes(StandardCharsets.US_ASCII));
            }
            if (process.waitFor() != 0) {
                throw new IOException("setting the password failed, see " + log);
            }
            Files.writeString(data.resolve("pg_hba.conf"), HBA);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while setting the password", e);
        }
    }
}
