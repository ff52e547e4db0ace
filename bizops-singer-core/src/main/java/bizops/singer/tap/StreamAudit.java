package bizops.singer.tap;

import bizops.singer.catalog.ReplicationMethod;
import bizops.singer.catalog.StreamPlan;
import bizops.singer.rules.StreamRules;
import bizops.singer.state.ReplicationKind;
import bizops.singer.state.ReplicationValue;
import bizops.singer.state.SyncState;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What {@code --audit} says of one stream: its counts, in the terms of the rows that the tap sends. Used once. */
final class StreamAudit {
    /** Changed rows that are named; with more, the load is too old to be compared. */
    private static final int MOST_CHANGED = 50_000;
    /** How often rows may change while they are counted. */
    private static final int MOST_ATTEMPTS = 3;

    private final Stream stream;
    private final StreamPlan plan;
    private final StreamRules rules;
    private final SyncState state;
    private final Optional<Instant> startDate;

    StreamAudit(Stream stream, StreamPlan plan, StreamRules rules, SyncState state, Optional<Instant> startDate) {
        this.stream = stream;
        this.plan = plan;
        this.rules = rules;
        this.state = state;
        this.startDate = startDate;
    }

    /** The line of {@code --audit} in plain Java. */
    Map<String, @Nullable Object> line() throws Exception {
        if (!(stream instanceof CountingStream counting)) {
            throw new CannotCountException("the source has no request that counts its rows; use --records");
        }
        if (plan.key().size() != 1) {
            throw new CannotCountException("only rows with a key of one field can be counted; use --records");
        }
        CountSpan span = span(counting);
        Set<String> changed = changed(counting, span);
        for (int attempt = 1; attempt <= MOST_ATTEMPTS; attempt++) {
            Totals totals = counting.count(span);
            Set<String> after = changed(counting, span);
            if (after.equals(changed)) {
                return line(span, totals, changed);
            }
            changed = after;
        }
        throw new CannotCountException(
                "rows changed each time that they were counted; audit again when less is going on");
    }

    private CountSpan span(CountingStream counting) throws CannotCountException {
        List<String> selected = plan.selection().names();
        if (plan.method() == ReplicationMethod.FULL_TABLE
                || plan.replicationKey().isEmpty()) {
            return new CountSpan(Optional.empty(), Optional.empty(), Optional.empty(), selected);
        }
        String key = plan.replicationKey().get();
        ReplicationKind kind = stream.schema()
                .field(key)
                .map(field -> ReplicationKind.of(field.jsonSchema()))
                .orElse(ReplicationKind.TEXT);
        if (kind != ReplicationKind.DATE_TIME && kind != ReplicationKind.DATE) {
            throw new CannotCountException("its replication key " + key + " is no point in time; use --records");
        }
        Optional<Instant> bookmark = state.bookmark(plan.id(), key, kind).at().map(ReplicationValue::instant);
        if (bookmark.isEmpty()) {
            throw new CannotCountException("its state has no bookmark: nothing was loaded whole yet; run the pipeline");
        }
        return new CountSpan(Optional.of(key), startDate, bookmark.map(at -> at.minus(counting.unsettled())), selected);
    }

    private static Set<String> changed(CountingStream counting, CountSpan span) throws Exception {
        Set<String> changed = span.before().isEmpty() ? Set.of() : counting.changed(span, MOST_CHANGED);
        if (changed.size() > MOST_CHANGED) {
            throw new CannotCountException("more than " + MOST_CHANGED
                    + " rows have changed since the last load; run the pipeline, then audit again");
        }
        return changed;
    }

    private Map<String, @Nullable Object> line(CountSpan span, Totals totals, Set<String> changed) {
        Map<String, @Nullable Object> line = new LinkedHashMap<>();
        line.put("stream", plan.name());
        line.put("rows", totals.rows());
        line.put("sums", sums(totals));
        boolean dated = span.replicationKey().filter(key -> !rules.changes(key)).isPresent();
        line.put("replication_key", dated ? span.replicationKey().orElse(null) : null);
        line.put("from", dated ? span.from().orElse(null) : null);
        line.put("before", dated ? span.before().orElse(null) : null);
        line.put("newest", dated ? totals.newest().orElse(null) : null);
        line.put("as_of", Instant.now());
        line.put("key_properties", plan.key());
        line.put("changed", sent(changed));
        line.put("schema", stream.marksDeletions() ? DeletionMarker.addTo(rules.schema()) : rules.schema());
        return line;
    }

    /** As texts, so that no reader takes a digit away; without fields that a rule makes into something else. */
    private Map<String, String> sums(Totals totals) {
        Map<String, String> sums = new LinkedHashMap<>();
        for (Map.Entry<String, BigDecimal> sum : totals.sums().entrySet()) {
            if (!rules.changes(sum.getKey())) {
                sums.put(sum.getKey(), sum.getValue().toPlainString());
            }
        }
        return sums;
    }

    /** The keys as rows carry them when the rules are done with them. */
    private List<@Nullable Object> sent(Set<String> changed) {
        String key = plan.key().get(0);
        List<@Nullable Object> sent = new ArrayList<>();
        for (String value : changed) {
            Map<String, @Nullable Object> row = new LinkedHashMap<>();
            row.put(key, value);
            sent.add(rules.record(row).get(key));
        }
        return sent;
    }
}
