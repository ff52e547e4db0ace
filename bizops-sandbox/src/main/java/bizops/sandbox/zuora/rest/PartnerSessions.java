package bizops.sandbox.zuora.rest;

import bizops.sandbox.zuora.data.ObjectType;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * AQuA in stateful mode: a project of the partner is given all rows by its first job and what changed since the job before
 * by every other. A query is given all rows again when its text or its column of deleted rows changes. A session moves when
 * a job is submitted, whether or not anybody fetches its files. Owned by the company's lock.
 */
final class PartnerSessions {
    /** Pacific time is that of the data centers in the United States. */
    private static final ZoneId DATA_CENTER = ZoneId.of("America/Los_Angeles");

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);
    private static final List<String> STAMPS = List.of("UpdatedDate", "TransactionDate", "UpdatedOn");

    private record Given(String query, String deletedColumn, Instant until) {}

    private final Map<String, Map<String, Given>> projects = new HashMap<>();

    /** Whether a job asks for a session; version 1.0 never has one. */
    static boolean isAskedFor(JsonNode request) {
        return !request.path("partner").asText("").isEmpty()
                && !request.path("project").asText("").isEmpty()
                && !request.path("version").asText("1.0").equals("1.0");
    }

    /** The project's name as AQuA repeats it. */
    static String project(JsonNode request) {
        return request.path("project").asText().toLowerCase(Locale.ROOT);
    }

    /** Whether a job is of a session of that project, whose name is written in any case. */
    static boolean isOf(JsonNode request, String project) {
        return isAskedFor(request) && project(request).equals(project.toLowerCase(Locale.ROOT));
    }

    static void check(JsonNode request) {
        boolean session = isAskedFor(request);
        if (session && !request.path("partner").asText().equals(Credentials.PARTNER)) {
            throw new AquaException(
                    "90019", "The partner " + request.path("partner").asText() + " is unknown.");
        }
        if (!session && !request.path("incrementalTime").asText("").isEmpty()) {
            throw new AquaException("90015", "incrementalTime is for sessions of a partner.");
        }
        if (session && request.path("offset").asInt() != 0) {
            throw new AquaException("90010", "The sandbox takes no offset: leave it out.");
        }
        start(request);
    }

    /** What a query of a job is given; without a session, all rows and the deleted ones too if it asks for them. */
    Share share(JsonNode request, JsonNode query, ObjectType type) {
        if (!isAskedFor(request)) {
            return new Share(null, "", true);
        }
        String stamp = STAMPS.stream().filter(type::has).findFirst().orElse("");
        Given before = projects.getOrDefault(project(request), Map.of())
                .get(query.path("name").asText(""));
        boolean known = before != null
                && before.query().equals(query.path("query").asText(""))
                && before.deletedColumn().equals(deletedColumn(query));
        Instant start = start(request);
        if (stamp.isEmpty()) {
            return new Share(null, "", known);
        }
        return new Share(start != null ? start : known ? before.until() : null, stamp, known);
    }

    /** Moves the session to a job; one with a start of its own leaves it where it was. */
    void moveTo(BatchJob job) {
        if (isAskedFor(job.request) && start(job.request) == null) {
            Map<String, Given> given = projects.computeIfAbsent(project(job.request), name -> new HashMap<>());
            for (BatchJob.Batch batch : job.batches) {
                given.put(
                        batch.query.path("name").asText(""),
                        new Given(batch.query.path("query").asText(""), deletedColumn(batch.query), job.started));
            }
        }
    }

    private static String deletedColumn(JsonNode query) {
        return query.path("deleted").path("column").asText("");
    }

    private static @Nullable Instant start(JsonNode request) {
        String text = request.path("incrementalTime").asText("");
        try {
            return text.isEmpty()
                    ? null
                    : LocalDateTime.parse(text, TIME).atZone(DATA_CENTER).toInstant();
        } catch (DateTimeParseException e) {
            throw new AquaException("90015", "incrementalTime is not of the form yyyy-MM-dd HH:mm:ss.");
        }
    }
}
