package bizops.sandbox.salesforce.rest;

import bizops.sandbox.fault.Faults;
import bizops.sandbox.fault.SalesforceFault;
import bizops.sandbox.http.Call;
import bizops.sandbox.http.Reply;
import bizops.sandbox.salesforce.data.Org;
import bizops.sandbox.salesforce.data.SObject;
import bizops.sandbox.salesforce.data.Series;
import bizops.sandbox.salesforce.data.Table;
import bizops.sandbox.salesforce.data.Wire;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;

/** {@code sobjects/X/updated} and {@code sobjects/X/deleted}. */
final class ReplicationEndpoint {
    private static final Duration REACH = Duration.ofDays(30);
    private static final int MOST_IDS = 600_000;

    private static final Duration PURGED_TO = Duration.ofHours(1);

    private final Org org;
    private final Faults faults;

    ReplicationEndpoint(Org org, Faults faults) {
        this.org = org;
        this.faults = faults;
    }

    private record Span(Instant start, Instant end) {
        boolean holds(Instant instant) {
            return !instant.isBefore(start) && instant.isBefore(end);
        }
    }

    Reply updated(Call call, SObject type) {
        Span span = span(call, type);
        List<String> computed = computed(type, span);
        if (computed.size() > MOST_IDS) {
            throw new ApiException(400, "EXCEEDED_ID_LIMIT", "more than " + MOST_IDS + " ids changed in this time");
        }
        List<String> ids = org.table(type.name()).rows().stream()
                .map(row -> row.seenAt(org.now()))
                .filter(Objects::nonNull)
                .filter(values -> !Boolean.TRUE.equals(values.get("IsDeleted")))
                .filter(values -> span.holds((Instant) Objects.requireNonNull(values.get("SystemModstamp"))))
                .map(values -> (String) values.get("Id"))
                .toList();
        return Reply.json(Json.text(json -> {
            json.writeStartObject();
            json.writeArrayFieldStart("ids");
            for (String id : ids) {
                json.writeString(id);
            }
            for (String id : computed) {
                json.writeString(id);
            }
            json.writeEndArray();
            json.writeStringField("latestDateCovered", Wire.instant(covered(span)));
            json.writeEndObject();
        }));
    }

    private List<String> computed(SObject type, Span span) {
        Series series = org.table(type.name()).series();
        return series == null
                ? List.of()
                : IntStream.range(series.before(span.start()), series.before(span.end()))
                        .limit(MOST_IDS + 1L)
                        .mapToObj(series::id)
                        .toList();
    }

    Reply deleted(Call call, SObject type) {
        Span span = span(call, type);
        Instant earliest = org.now().minus(reach(call, type));
        List<Table.Deletion> deletions = org.table(type.name()).deletions().stream()
                .filter(deletion -> span.holds(deletion.at()) && !deletion.at().isBefore(earliest))
                .toList();
        return Reply.json(Json.text(json -> {
            json.writeStartObject();
            json.writeArrayFieldStart("deletedRecords");
            for (Table.Deletion deletion : deletions) {
                json.writeStartObject();
                json.writeStringField("deletedDate", Wire.instant(deletion.at()));
                json.writeStringField("id", deletion.id());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeStringField("earliestDateAvailable", Wire.instant(earliest));
            json.writeStringField("latestDateCovered", Wire.instant(covered(span)));
            json.writeEndObject();
        }));
    }

    private Duration reach(Call call, SObject type) {
        return faults.firing(Set.of(SalesforceFault.DELETION_LOG_PURGED), call.path(), type.name())
                .map(fault -> fault.seconds() > 0 ? Duration.ofSeconds(fault.seconds()) : PURGED_TO)
                .orElse(Org.BIN);
    }

    private Instant covered(Span span) {
        return span.end().isBefore(org.covered()) ? span.end() : org.covered();
    }

    private Span span(Call call, SObject type) {
        if (!type.replicateable()) {
            throw new ApiException(
                    400, "INVALID_TYPE_FOR_OPERATION", "entity type " + type.name() + " is not replicateable");
        }
        Span span = new Span(instant(call, "start"), instant(call, "end"));
        if (Duration.between(span.start(), span.end()).toSeconds() < 60) {
            throw new ApiException(
                    400, "INVALID_REPLICATION_DATE", "endDate must be at least one minute greater than startDate");
        }
        if (span.start().isBefore(org.now().minus(REACH))) {
            throw new ApiException(400, "INVALID_REPLICATION_DATE", "startDate cannot be more than 30 days ago");
        }
        return span;
    }

    private static Instant instant(Call call, String name) {
        try {
            return Wire.parseInstant(call.parameter(name).orElse(""));
        } catch (DateTimeException e) {
            throw new ApiException(400, "MALFORMED_ID", name + " is no ISO 8601 date and time with a zone");
        }
    }
}
