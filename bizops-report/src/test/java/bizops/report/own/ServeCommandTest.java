package bizops.report.own;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import bizops.postgres.TestDatabase;
import bizops.report.drive.Browser;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** The example's project, served from built marts while its files change. */
@Timeout(240)
final class ServeCommandTest {
    private static final Path EXAMPLE = Path.of("..", "examples", "report");
    private static final String NEW_LEADS =
            "select count(*) from core.lead where created_date between '2026-01-01' and '2026-06-30'";

    @TempDir
    private static Path warehouse = Path.of("");

    private static TestDatabase marts;

    private final HttpClient client = HttpClient.newHttpClient();

    @TempDir
    private Path folder = Path.of("");

    private Path project = Path.of("");

    @BeforeAll
    static void build() throws SQLException, IOException {
        marts = BuiltMarts.from("select", Map.of("settings.json", "{\"as_of\": \"2026-06-30\"}"), warehouse);
    }

    @BeforeEach
    void copyTheExample() throws IOException {
        project = folder.resolve("report");
        try (Stream<Path> files = Files.walk(EXAMPLE)) {
            for (Path file : files.toList()) {
                Files.copy(file, project.resolve(EXAMPLE.relativize(file).toString()));
            }
        }
    }

    @Test
    void aPageOfOnesOwnIsShownAndFollowsItsFiles() throws Exception {
        try (Served served = serve();
                BufferedReader builds = builds(served)) {
            next(builds);
            Document monday = page(served);
            assertThat(monday.title()).isEqualTo("Monday – Acme, every Monday");
            assertThat(monday.select("#tile-how-fast-we-are [data-measure=new_leads] .figure")
                            .text())
                    .isEqualTo(String.valueOf(count(NEW_LEADS)))
                    .isNotEqualTo("0");
            assertThat(monday.select("meta[http-equiv=Content-Security-Policy]").attr("content"))
                    .startsWith("default-src 'none'; ")
                    .endsWith("; connect-src 'self'");

            replace("pages/monday.md", "title: Monday", "title: Tuesday");
            next(builds);
            assertThat(page(served).title()).isEqualTo("Tuesday – Acme, every Monday");

            replace("cubes/lead_speed.sql", "l.lead_source,", "l.lead_sauce,");
            next(builds);
            assertThat(page(served).select("li").text())
                    .startsWith("cubes/lead_speed.sql:9: ")
                    .contains("lead_sauce");
            assertThat(served.log()).contains("INFO bizops-report: built");
        }
    }

    @Test
    void aBrowserLoadsAPageAgainWhenItsFileChanges() throws Exception {
        assumeTrue(Browser.isInstalled(), "needs the packages chromium and chromium-driver");
        try (Served served = serve();
                Browser browser = Browser.start()) {
            browser.open(served.page("monday.html"));
            assertThat(browser.driver().getTitle()).startsWith("Monday");

            replace("pages/monday.md", "title: Monday", "title: Tuesday");

            new WebDriverWait(browser.driver(), Duration.ofSeconds(60))
                    .until(ExpectedConditions.titleContains("Tuesday"));
            assertThat(browser.complaints()).isEmpty();
        }
    }

    private Served serve() throws IOException {
        return new Served(project, warehouse.resolve("warehouse.json"));
    }

    private Document page(Served served) throws IOException, InterruptedException {
        URI page = served.page("monday.html");
        return Jsoup.parse(client.send(HttpRequest.newBuilder(page).build(), BodyHandlers.ofString())
                .body());
    }

    private BufferedReader builds(Served served) throws IOException, InterruptedException {
        InputStream body = client.send(
                        HttpRequest.newBuilder(served.page("events")).build(), BodyHandlers.ofInputStream())
                .body();
        return new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
    }

    /** Waits for the next build that is told of. */
    private static void next(BufferedReader builds) throws IOException {
        while (!Objects.requireNonNull(builds.readLine()).startsWith("data: ")) {
            // a sign of life
        }
    }

    private static long count(String sql) throws SQLException {
        try (Connection connection = marts.connect();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            result.next();
            return result.getLong(1);
        }
    }

    /** Beside its place first, so that no build meets half a file. */
    private void replace(String path, String words, String others) throws IOException {
        Path file = project.resolve(path);
        String text = Files.readString(file);
        assertThat(text).contains(words);
        Path unfinished = file.resolveSibling(".unfinished");
        Files.writeString(unfinished, text.replace(words, others));
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
