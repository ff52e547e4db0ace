package bizops.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;

/** A process of its own that starts a server in a directory, says who runs it, and ends or hangs as asked. */
final class ServerProgram {
    private ServerProgram() {}

    @SuppressWarnings("SystemOut")
    public static void main(String[] args) throws IOException, SQLException, InterruptedException {
        Path directory = Path.of(args[0]);
        try (PostgresServer server = PostgresServer.start(directory)) {
            Path data = directory.resolve("data");
            long pid = Long.parseLong(
                    Files.readAllLines(data.resolve("postmaster.pid")).get(0).trim());
            String user = ProcessHandle.of(pid).orElseThrow().info().user().orElse("unknown");
            String version = PostgresServerTest.ask(new TestDatabase(server, "postgres"), "SHOW server_version_num");
            System.out.println("server " + version + " pid " + pid + " run by " + user);
            if (args.length > 1 && args[1].equals("hang")) {
                Thread.sleep(Long.MAX_VALUE);
            }
        }
    }
}
