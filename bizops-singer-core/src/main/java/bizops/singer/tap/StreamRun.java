package bizops.singer.tap;

import bizops.singer.catalog.ReplicationMethod;
import bizops.singer.catalog.StreamPlan;
import bizops.singer.message.ActivateVersionMessage;
import bizops.singer.message.RecordMessage;
import bizops.singer.rules.StreamRules;
import bizops.singer.state.Bookmark;
import bizops.singer.state.ReplicationKind;
import bizops.singer.state.ReplicationValue;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One stream during one run. Its stream's thread owns it; {@link #saveBookmark} may be called from another. */
final class StreamRun implements SyncContext {
    private static final Logger LOG = LoggerFactory.getLogger(StreamRun.class);

    static final String DELETED_AT = "_sdc_deleted_at";

    private final Stream stream;
    private final StreamPlan plan;
    private final RunContext run;
    private final StreamRules rules;
    private final ReplicationKind kind;
    private final StreamProgress progress;
    /** Whether an earlier run left a position; one that was saved while the tap prepared is no earlier run's. */
    private final boolean left;

    private @Nullable Instant extractedAt;
    private long written;
    private boolean reading;
    /** Whether rows carry a version; an incremental read may find one of another program in its bookmark. */
    private boolean versioned;

    StreamRun(Stream stream, StreamPlan plan, RunContext run, StreamRules rules) {
        this.stream = stream;
        this.plan = plan;
        this.run = run;
        this.rules = rules;
        this.kind = plan.replicationKey()
                .flatMap(stream.schema()::field)
                .map(field -> ReplicationKind.of(field.jsonSchema()))
                .orElse(ReplicationKind.TEXT);
        Bookmark start =
                run.states().state().bookmark(plan.id(), plan.replicationKey().orElse(null), kind);
        this.left = !start.position().isEmpty();
        this.progress = new StreamProgress(
                plan.id(), plan.replicationKey().orElse(null), kind, stream.order(), ceiling(), start);
    }

    /** Reads the stream to its end. */
    void read() throws Exception {
        reading = true;
        if (plan.method() == ReplicationMethod.FULL_TABLE) {
            resendAll();
        }
        tellStart();
        stream.sync(this);
        synchronized (this) {
            version().ifPresent(version -> run.messages().write(new ActivateVersionMessage(plan.name(), version)));
            progress.complete();
            saveBookmark();
        }
    }

    /** Hands the safe bookmark over to the run's state. */
    synchronized void saveBookmark() {
        run.states().put(plan.id(), progress.bookmark());
    }

    long written() {
        return written;
    }

    @Override
    public ReplicationMethod method() {
        return plan.method();
    }

    @Override
    public Optional<String> replicationKey() {
        return plan.replicationKey();
    }

    @Override
    public Optional<ReplicationValue> from() {
        Optional<ReplicationValue> bookmark = bookmark().at();
        if (!followsTime() || startDate().isEmpty()) {
            return bookmark;
        }
        ReplicationValue start = moment(startDate().get());
        return Optional.of(bookmark.map(start::max).orElse(start));
    }

    @Override
    public Optional<Instant> startDate() {
        return run.settings().startDate();
    }

    @Override
    public synchronized Bookmark bookmark() {
        return progress.bookmark();
    }

    @Override
    public synchronized Map<String, @Nullable Object> position() {
        return progress.position();
    }

    @Override
    public Instant startedAt() {
        return run.startedAt();
    }

    @Override
    public List<String> selected() {
        return plan.selection().names();
    }

    @Override
    public boolean isSelected(String... path) {
        return plan.selection().isSelected(path);
    }

    @Override
    public void extractedAt(Instant time) {
        extractedAt = time;
    }

    @Override
    public void write(Map<String, ? extends @Nullable Object> row) {
        send(row, plan.selection().filter(row));
    }

    @Override
    public void writeDeleted(Map<String, ? extends @Nullable Object> row, Instant deletedAt) {
        if (!stream.marksDeletions()) {
            throw new IllegalStateException("stream \"" + plan.id() + "\" does not say that it marksDeletions()");
        }
        Map<String, @Nullable Object> marked =
                new LinkedHashMap<>(plan.selection().filter(row));
        marked.put(DELETED_AT, deletedAt);
        send(row, marked);
    }

    @Override
    public synchronized void savePosition(Map<String, ? extends @Nullable Object> position) {
        progress.position(new LinkedHashMap<>(position));
        run.stopIfAsked();
        writeStateIfDue();
    }

    @Override
    public synchronized void savePositionNow(Map<String, ? extends @Nullable Object> position) {
        progress.position(new LinkedHashMap<>(position));
        saveBookmark();
        run.states().write();
        run.stopIfAsked();
    }

    @Override
    public synchronized boolean resendAll() {
        versioned = run.settings().activateVersions();
        if (versioned
                && (progress.version().isEmpty() || !left || progress.position().isEmpty())) {
            progress.version(run.startedAt().toEpochMilli());
        }
        return versioned;
    }

    @Override
    public synchronized void advanceTo(Object value) {
        progress.advanceTo(value);
        run.stopIfAsked();
        writeStateIfDue();
    }

    /** Bookmarks follow the row as it came; what is sent has passed the rules. */
    private synchronized void send(Map<String, ? extends @Nullable Object> row, Map<String, @Nullable Object> kept) {
        if (!reading) {
            throw new IllegalStateException("stream \"" + plan.id() + "\" writes rows before it is read");
        }
        run.stopIfAsked();
        Instant time = (extractedAt == null ? Instant.now() : extractedAt).truncatedTo(ChronoUnit.MICROS);
        run.messages()
                .write(new RecordMessage(
                        plan.name(), rules.record(kept), version().orElse(null), time));
        written++;
        run.states().countRecord();
        run.recordWritten(plan.id());
        plan.replicationKey().ifPresent(key -> progress.seen(row.get(key)));
        run.stopAfter(written);
        writeStateIfDue();
    }

    private void writeStateIfDue() {
        if (run.states().due()) {
            saveBookmark();
            run.states().write();
        }
    }

    private Optional<Long> version() {
        return versioned ? progress.version() : Optional.empty();
    }

    /** Who sets start_date back wonders why nothing older comes. */
    private void tellStart() {
        if (!followsTime() || startDate().isEmpty()) {
            return;
        }
        ReplicationValue start = moment(startDate().get());
        bookmark()
                .at()
                .filter(at -> at.compareTo(start) > 0)
                .ifPresent(at -> LOG.info(
                        "stream \"{}\" goes on from its bookmark {}, which is later than start_date; to read it again, take the"
                                + " bookmark out of the state",
                        plan.id(),
                        at));
    }

    private boolean followsTime() {
        return plan.replicationKey().isPresent() && (kind == ReplicationKind.DATE_TIME || kind == ReplicationKind.DATE);
    }

    private @Nullable ReplicationValue ceiling() {
        boolean bounded = kind == ReplicationKind.DATE_TIME || kind == ReplicationKind.DATE;
        return bounded ? moment(run.startedAt().minus(stream.lag())) : null;
    }

    private ReplicationValue moment(Instant instant) {
        return kind == ReplicationKind.DATE
                ? ReplicationValue.of(LocalDate.ofInstant(instant, ZoneOffset.UTC), kind)
                : ReplicationValue.of(instant);
    }
}
