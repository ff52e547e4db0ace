package bizops.tap.salesforce;

import bizops.singer.tap.SyncContext;
import bizops.tap.salesforce.discover.Keys;
import bizops.tap.salesforce.discover.ObjectDescription;
import bizops.tap.salesforce.fetch.Deletions;
import bizops.tap.salesforce.rest.ApiException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends a delete record, keys only, for every row deleted since the last run. It goes out before the rows of the run: a
 * row that came back from the bin meanwhile follows with its new stamp and lifts the mark.
 */
final class DeletionPoll {
    private static final Logger LOG = LoggerFactory.getLogger(DeletionPoll.class);
    private static final String IS_DELETED = "IsDeleted";
    /** What the log is promised to hold, whatever it says of itself (SOAP API guide, getDeleted). */
    private static final Duration REACH = Duration.ofDays(15);

    private final ObjectDescription object;
    private final Keys keys;
    private final SalesforceClient client;
    private final SyncContext sync;

    DeletionPoll(ObjectDescription object, Keys keys, SalesforceClient client, SyncContext sync) {
        this.object = object;
        this.keys = keys;
        this.client = client;
        this.sync = sync;
    }

    /**
     * How a poll went.
     *
     * @param until from when the next run must ask; empty for objects without this call
     * @param gap in words, which deletions nobody can tell any more; empty when the log reached back
     */
    record Outcome(Optional<Instant> until, Optional<String> gap) {
        private static Outcome complete(Optional<Instant> until) {
            return new Outcome(until, Optional.empty());
        }
    }

    /**
     * Polls, unless nothing was ever loaded.
     *
     * @param settled up to where stamps are sure to be complete, where deletions count from behind a first read
     */
    Outcome run(Optional<Instant> bookmark, SavedPosition saved, Instant settled) {
        if (!object.replicateable()) {
            return Outcome.complete(Optional.empty());
        }
        Optional<Instant> since = saved.deletionsUntil().or(() -> bookmark);
        if (since.isEmpty()) {
            return Outcome.complete(begin(settled));
        }
        try {
            Deletions.Answer answer = client.deletions().since(object.name(), since.get());
            answer.deletions().forEach(this::send);
            if (!answer.deletions().isEmpty()) {
                LOG.info(
                        "stream \"{}\": {} deletions since {}",
                        object.name(),
                        answer.deletions().size(),
                        since.get());
            }
            Instant until = answer.until().isBefore(since.get()) ? since.get() : answer.until();
            return new Outcome(Optional.of(until), gap(answer, since.get()));
        } catch (ApiException refused) {
            return switch (refused.kind()) {
                case QUOTA, SESSION, SESSION_REFUSED, TRANSIENT, UNKNOWN -> throw refused;
                default -> {
                    LOG.warn(
                            "stream \"{}\": deletions cannot be asked for ({}); deleted rows stay until they are asked for again or every row is read",
                            object.name(),
                            refused.getMessage());
                    yield unanswered(since.get(), settled);
                }
            };
        }
    }

    /** What the log is not sure to hold any more is found by reading every row; what it holds is asked for next time. */
    private Outcome unanswered(Instant since, Instant settled) {
        Instant promised = client.serverTime().minus(REACH);
        return promised.isAfter(since)
                ? new Outcome(
                        Optional.of(settled),
                        Optional.of("Salesforce told no deletions since " + since + ", longer ago than it keeps them"))
                : Outcome.complete(Optional.of(since));
    }

    /**
     * Deletions count from before the first row, and STATE says so at once: rows may reach the warehouse in a run that dies
     * before it writes another STATE, and be gone when the next one looks. A deletion that is stamped and not committed
     * yet leaves its row among those read, so what is not settled is asked for again.
     */
    private Optional<Instant> begin(Instant settled) {
        Instant now = client.serverTime();
        Optional<Instant> from = Optional.of(settled.isBefore(now) ? settled : now);
        sync.savePositionNow(SavedPosition.between(from, Optional.empty()).json());
        return from;
    }

    private void send(Deletions.Deletion deletion) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put(keys.id(), deletion.id());
        if (object.has(IS_DELETED)) {
            row.put(IS_DELETED, true);
        }
        sync.writeDeleted(row, deletion.at());
    }

    private Optional<String> gap(Deletions.Answer answer, Instant since) {
        Instant promised = client.serverTime().minus(REACH);
        Instant from = answer.from().isAfter(promised) ? answer.from() : promised;
        return from.isAfter(since)
                ? Optional.of(
                        "Salesforce tells deletions since " + from + " only, while the last run asked up to " + since)
                : Optional.empty();
    }
}
