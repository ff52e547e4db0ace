package bizops.report.serve;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Shows the pages of the last build; after one that failed the mistakes, and below {@code /last/} the pages as they were.
 * Thread-safe.
 */
final class PagesHandler implements HttpHandler {
    private static final Pattern PAGE = Pattern.compile("/(last/)?(?:([a-z0-9_][a-z0-9_-]*)\\.(html|csv))?");

    private final Workshop workshop;
    private final Path directory;

    PagesHandler(Workshop workshop, Path directory) {
        this.workshop = workshop;
        this.directory = directory;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Workshop.Outcome outcome = workshop.outcome();
            Matcher page = PAGE.matcher(exchange.getRequestURI().getPath());
            if (!page.matches()) {
                Answer.text(exchange, 404, "There is no such page.\n");
                return;
            }
            boolean last = page.group(1) != null;
            boolean list = "csv".equals(page.group(3));
            Path file = directory.resolve(page.group(2) == null ? "index.html" : page.group(2) + "." + page.group(3));
            if (!outcome.mistakes().isEmpty() && !last) {
                boolean before = Files.exists(directory.resolve("index.html"));
                html(exchange, 500, MistakesPage.html(outcome.mistakes(), before), outcome);
            } else if (Files.exists(file) && list) {
                Answer.csv(exchange, Files.readString(file, StandardCharsets.UTF_8));
            } else if (Files.exists(file)) {
                html(exchange, 200, Files.readString(file, StandardCharsets.UTF_8), outcome);
            } else {
                Answer.text(exchange, 404, "There is no such page.\n");
            }
        }
    }

    private static void html(HttpExchange exchange, int status, String html, Workshop.Outcome outcome)
            throws IOException {
        Answer.html(exchange, status, LiveScript.stamped(html, outcome.number()));
    }
}
