package bizops.singer.tap;

import bizops.singer.catalog.PropertySchema;
import bizops.singer.catalog.StreamSchema;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A stream of deals whose source counts: it answers what it is told to, and keeps what it was asked. */
final class CountedStream implements CountingStream {
    private final Deque<Set<String>> changes = new ArrayDeque<>();
    private final List<CountSpan> asked = new ArrayList<>();
    private List<String> replicationKeys = List.of("at");
    private RuntimeException failure = new IllegalStateException("not asked for");
    private boolean fails;

    /** What it answers one after the other to the question what has changed; the last answer stays. */
    CountedStream changing(List<Set<String>> answers) {
        changes.addAll(answers);
        return this;
    }

    CountedStream whole() {
        replicationKeys = List.of();
        return this;
    }

    CountedStream failing(RuntimeException with) {
        failure = with;
        fails = true;
        return this;
    }

    List<CountSpan> asked() {
        return asked;
    }

    @Override
    public String id() {
        return "deals";
    }

    @Override
    public StreamSchema schema() {
        return StreamSchema.of("id", PropertySchema.string())
                .field("amount", PropertySchema.number())
                .field("pay", PropertySchema.number())
                .field("at", PropertySchema.dateTime());
    }

    @Override
    public List<String> key() {
        return List.of("id");
    }

    @Override
    public List<String> replicationKeys() {
        return replicationKeys;
    }

    @Override
    public Duration unsettled() {
        return Duration.ofHours(1);
    }

    @Override
    public Set<String> changed(CountSpan span, int most) {
        return changes.size() > 1 ? changes.removeFirst() : changes.isEmpty() ? Set.of() : changes.getFirst();
    }

    @Override
    public Totals count(CountSpan span) {
        asked.add(span);
        if (fails) {
            throw failure;
        }
        return new Totals(
                3,
                Map.of("amount", new BigDecimal("12345678901234567890.12"), "pay", BigDecimal.TEN),
                Optional.of(Instant.parse("2024-01-02T00:00:00Z")));
    }

    @Override
    public void sync(SyncContext sync) {
        throw new IllegalStateException("an audit reads no rows");
    }
}
