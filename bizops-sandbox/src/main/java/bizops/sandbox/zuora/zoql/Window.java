package bizops.sandbox.zuora.zoql;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** How much time a query looks at, by the bounds that it puts on dates with time. */
final class Window {
    private Instant start = Instant.EPOCH;
    private Instant end;

    private Window(Instant now) {
        end = now;
    }

    /** From the latest lower bound to the earliest upper one; without bounds, all the time until now. */
    static Duration of(Query query, ZoneId zone, Instant now) {
        Window window = new Window(now);
        if (query.where() != null) {
            window.narrow(query.where(), zone);
        }
        return window.end.isBefore(window.start) ? Duration.ZERO : Duration.between(window.start, window.end);
    }

    private void narrow(Condition condition, ZoneId zone) {
        if (condition instanceof Condition.And and) {
            and.parts().forEach(part -> narrow(part, zone));
        } else if (condition instanceof Condition.Comparison comparison
                && comparison.path().field().matches("(?i).*(Date|On)")
                && comparison.literal().contains("T")) {
            Literals.Span span = Literals.span(comparison.literal(), zone);
            if (span != null) {
                narrow(comparison.operator(), span.start());
            }
        }
    }

    private void narrow(Operator operator, Instant bound) {
        switch (operator) {
            case GREATER, GREATER_OR_EQUAL -> start = bound.isAfter(start) ? bound : start;
            case LESS, LESS_OR_EQUAL -> end = bound.isBefore(end) ? bound : end;
            case EQUAL, NOT_EQUAL, LIKE -> {
                // says nothing of a stretch of time
            }
        }
    }
}
