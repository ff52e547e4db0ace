package bizops.report.serve;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Tells a page the number of the last build, and of each that follows. Thread-safe. */
final class EventsHandler implements HttpHandler {
    /** A comment so often finds out that a page is gone. */
    private static final long PULSE_MILLISECONDS = 5_000;

    private final Workshop workshop;

    EventsHandler(Workshop workshop) {
        this.workshop = workshop;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange;
                OutputStream out = Answer.events(exchange)) {
            long told = -1;
            while (!Thread.currentThread().isInterrupted()) {
                long number = workshop.outcome().number();
                write(out, number == told ? ": still here\n\n" : "data: " + number + "\n\n");
                told = number;
                workshop.outcomeAfter(told, PULSE_MILLISECONDS);
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private static void write(OutputStream out, String event) throws IOException {
        out.write(event.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}
