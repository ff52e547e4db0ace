package bizops.report.own;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.postgres.TestDatabase;
import bizops.report.cli.ServeCommand;
import bizops.singer.cli.Launcher;
import bizops.singer.cli.Program;
import bizops.singer.cli.Terminal;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The example's project, served from built marts while its files change. */
@Timeout(240)
final class ServeCommandTest {
    private static final Path EXAMPLE = Path.of("..", "examples", "report");
    private static final String NEW_LEADS =
            "select count(*) from core.lead where created_date between '2026-01-01' and '2026-06-30'";

    private final HttpClient client = HttpClient.newHttpClient();
    private final ByteArrayOutputStream stderr = new ByteArrayOutputStream();

    @TempDir
    private Path folder = Path.of("");

    @Test
    void aPageOfOnesOwnIsShownAndFollowsItsFiles() throws Exception {
        TestDatabase marts = BuiltMarts.from("select", Map.of("settings.json", "{\"as_of\": \"2026-06-30\"}"), folder);
        Path project = folder.resolve("report");
        copy(EXAMPLE, project);
        PipedOutputStream stdout = new PipedOutputStream();
        BufferedReader lines =
                new BufferedReader(new InputStreamReader(new PipedInputStream(stdout), StandardCharsets.UTF_8));
        Thread command = new Thread(() -> serve(project, stdout), "serve");
        command.start();
        try {
            URI page = URI.create(Objects.requireNonNull(lines.readLine()) + "monday.html");

            Document monday = Jsoup.parse(get(page).body());
            assertThat(monday.title()).isEqualTo("Monday – Acme, every Monday");
            assertThat(monday.select("#tile-how-fast-we-are [data-measure=new_leads] .figure")
                            .text())
                    .isEqualTo(String.valueOf(count(marts, NEW_LEADS)))
                    .isNotEqualTo("0");

            try (BufferedReader builds = builds(page.resolve("/events"))) {
                next(builds);
                replace(project.resolve("pages/monday.md"), "title: Monday", "title: Tuesday");
                next(builds);
                assertThat(Jsoup.parse(get(page).body()).title()).isEqualTo("Tuesday – Acme, every Monday");

                replace(project.resolve("cubes/lead_speed.sql"), "l.lead_source,", "l.lead_sauce,");
                next(builds);
                assertThat(Jsoup.parse(get(page).body()).select("li").text())
                        .startsWith("cubes/lead_speed.sql:9: ")
                        .contains("lead_sauce");
            }
        } finally {
            command.interrupt();
            command.join();
        }
        assertThat(stderr.toString(StandardCharsets.UTF_8).lines()).contains("INFO bizops-report: built");
    }

    private void serve(Path project, PipedOutputStream stdout) {
        Terminal terminal = new Terminal(
                InputStream.nullInputStream(), stdout, new PrintStream(stderr, true, StandardCharsets.UTF_8), Map.of());
        Program program = Program.named("bizops-report", "Serves").with("serve", new ServeCommand());
        Launcher.run(
                program,
                terminal,
                List.of(
                        "serve",
                        "--project",
                        project.toString(),
                        "--config",
                        folder.resolve("warehouse.json").toString(),
                        "--port",
                        "0"));
    }

    private HttpResponse<String> get(URI page) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(page).build(), BodyHandlers.ofString());
    }

    private BufferedReader builds(URI events) throws IOException, InterruptedException {
        InputStream body = client.send(HttpRequest.newBuilder(events).build(), BodyHandlers.ofInputStream())
                .body();
        return new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
    }

    /** Waits for the next build that is told of. */
    private static void next(BufferedReader builds) throws IOException {
        while (!Objects.requireNonNull(builds.readLine()).startsWith("data: ")) {
            // a sign of life
        }
    }

    private static long count(TestDatabase marts, String sql) throws SQLException {
        try (Connection connection = marts.connect();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            result.next();
            return result.getLong(1);
        }
    }

    /** Beside its place first, so that no build meets half a file. */
    private static void replace(Path file, String words, String others) throws IOException {
        String text = Files.readString(file);
        assertThat(text).contains(words);
        Path unfinished = file.resolveSibling(".unfinished");
        Files.writeString(unfinished, text.replace(words, others));
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
    }
}
