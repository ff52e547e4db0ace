package bizops.tap.salesforce.fetch;

import bizops.tap.salesforce.convert.Stamps;
import bizops.tap.salesforce.rest.ApiException;
import bizops.tap.salesforce.rest.ErrorKind;
import bizops.tap.salesforce.rest.Rest;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Ids of rows deleted in a span of time, from the getDeleted call: the only trace of rows that left the recycle bin or
 * never went there. Owned by one thread.
 */
public final class Deletions {
    /** The call refuses a start further back. */
    private static final Duration DEEPEST = Duration.ofDays(30).minusMinutes(1);
    /** The call refuses spans shorter than a minute and ignores seconds. */
    private static final Duration SHORTEST = Duration.ofMinutes(2);

    private final Rest rest;

    public Deletions(Rest rest) {
        this.rest = rest;
    }

    /** One deleted row. */
    public record Deletion(String id, Instant at) {}

    /**
     * What a span answered.
     *
     * @param from where the answer begins to be complete
     * @param until where the next poll begins
     */
    public record Answer(List<Deletion> deletions, Instant from, Instant until) {
        public Answer {
            deletions = List.copyOf(deletions);
        }
    }

    /** Deletions since {@code since}, up to the server's present; the span is halved where the vendor says so. */
    public Answer since(String object, Instant since) {
        Instant now = rest.serverTime();
        Instant deepest = now.minus(DEEPEST);
        Instant latestStart = now.minus(SHORTEST);
        Instant start = since.isBefore(deepest) ? deepest : since.isAfter(latestStart) ? latestStart : since;
        return between(object, start, now);
    }

    private Answer between(String object, Instant start, Instant end) {
        try {
            return rest.get(ReplicationPath.of(rest, object, "deleted", start, end), body -> read(body, start));
        } catch (ApiException error) {
            Duration half = Duration.between(start, end).dividedBy(2);
            if (error.kind() != ErrorKind.TOO_MANY_IDS || half.compareTo(SHORTEST) < 0) {
                throw error;
            }
            Answer earlier = between(object, start, start.plus(half));
            Answer later = between(object, start.plus(half), end);
            List<Deletion> both = new ArrayList<>(earlier.deletions());
            both.addAll(later.deletions());
            return new Answer(both, earlier.from(), later.until());
        }
    }

    private static Answer read(byte[] body, Instant start) throws IOException {
        JsonNode reply = ReplicationPath.tree(body);
        try {
            List<Deletion> deletions = new ArrayList<>();
            for (JsonNode row : reply.path("deletedRecords")) {
                deletions.add(new Deletion(
                        row.path("id").asText(),
                        Stamps.parse(row.path("deletedDate").asText())));
            }
            String available = reply.path("earliestDateAvailable").asText("");
            Instant from =
                    available.isEmpty() || Stamps.parse(available).isBefore(start) ? start : Stamps.parse(available);
            return new Answer(deletions, from, Stamps.parse(ReplicationPath.text(body, "latestDateCovered")));
        } catch (DateTimeException wrong) {
            throw new IOException(wrong);
        }
    }
}
