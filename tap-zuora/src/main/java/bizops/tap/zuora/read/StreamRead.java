package bizops.tap.zuora.read;

import bizops.singer.catalog.ReplicationMethod;
import bizops.singer.state.ReplicationValue;
import bizops.singer.tap.SyncContext;
import bizops.tap.zuora.discover.Deletions;
import bizops.tap.zuora.discover.FieldDescription;
import bizops.tap.zuora.discover.ObjectDescription;
import bizops.tap.zuora.job.NamedQuery;
import bizops.tap.zuora.query.ExportQuery;
import bizops.tap.zuora.query.Hash;
import bizops.tap.zuora.rest.ApiException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One stream during one run: what is read of it, and what its state says at each step. Owned by the run's thread. */
final class StreamRead {
    private static final Logger LOG = LoggerFactory.getLogger(StreamRead.class);

    private final ObjectDescription object;
    private final SyncContext sync;
    private final Source source;
    private final SharedJobs shared;
    private final PagesAhead ahead;
    private final ReadSettings settings;
    private final AskedFields fields;
    private final Optional<String> cursor;
    private final boolean resumed;
    /** Refused before and tried again: whether they are there at all is known after this run. */
    private final Set<String> doubtful;

    private final List<PartRead> parts = new ArrayList<>();
    private StreamPosition position;
    private boolean deletions;
    private boolean deletionsLost;

    StreamRead(
            ObjectDescription object,
            SyncContext sync,
            Source source,
            SharedJobs shared,
            PagesAhead ahead,
            ReadSettings settings) {
        this.object = object;
        this.sync = sync;
        this.source = source;
        this.shared = shared;
        this.ahead = ahead;
        this.settings = settings;
        this.cursor = sync.replicationKey();
        this.deletions = settings.deletions() && source.jobs().tellsDeletions() && Deletions.told(object.name());
        Instant now = source.clock().now();
        StreamPosition left = PositionJson.read(sync.position(), table());
        position = left.with(left.memory().through(source.jobs().api()));
        doubtful = position.memory().unavailable().keySet();
        fields = new AskedFields(
                object, cursor, sync.selected(), position.memory().stillUnavailable(now));
        resumed = position.window().isPresent() || position.whole().isPresent();
        plan(now);
    }

    String id() {
        return object.name();
    }

    int pageRows() {
        return settings.pageRows();
    }

    /** What is read in this run, in this order. */
    List<PartRead> parts() {
        return List.copyOf(parts);
    }

    /** Reads every part to its end, and what came since if they were left over from an earlier run. */
    void read() {
        for (PartRead part : parts()) {
            if (part.whole()) {
                version();
            }
            part.read();
            shared.oneDone();
        }
        if (resumed && !table()) {
            Optional<Instant> reached = sync.bookmark().at().map(ReplicationValue::instant);
            Instant now = source.clock().now();
            if (reached.isPresent() && reached.get().plus(settings.settle()).isBefore(now)) {
                parts.clear();
                plan(now);
                parts().forEach(PartRead::read);
            }
        }
    }

    ExportQuery query(Part part) {
        boolean bounded = cursor.isPresent();
        return new ExportQuery(
                object.name(),
                fields.queryNames(),
                cursor,
                bounded ? part.from() : Optional.empty(),
                part.whole() || !bounded ? Optional.empty() : Optional.of(part.to()),
                part.lastId(),
                part.limit(),
                deletions && !part.whole());
    }

    NamedQuery named(Part part) {
        return new NamedQuery(part.whole() ? id() + "-all" : id(), query(part));
    }

    /** Of the part's query; a job for another is of no use. */
    String hash(Part part) {
        ExportQuery query = query(part);
        return Hash.of(source.jobs().text(query) + (query.deleted() ? " deleted" : ""));
    }

    RowSink sink(Instant asOf) {
        return new RowSink(object.name(), fields.fields(), settings.format(), sync, asOf);
    }

    void saveNow(Part part) {
        position = position.with(part).with(memory());
        sync.savePositionNow(PositionJson.write(position, table()));
    }

    void save(Part part) {
        position = position.with(part).with(memory());
        sync.savePosition(PositionJson.write(position, table()));
    }

    /** These rows were written: moves the bookmark where no gap is left before it. */
    void sliceDone(Part done, Optional<Part> next) {
        position =
                next.map(position::with).orElseGet(() -> position.without(done)).with(memory());
        if (sync.method() == ReplicationMethod.INCREMENTAL) {
            boolean first = sync.bookmark().at().isEmpty();
            if (done.whole() && next.isEmpty() && first) {
                sync.advanceTo(done.end());
            } else if (!done.whole() && (next.isEmpty() || next.get().lastId().isEmpty())) {
                sync.advanceTo(done.to());
            }
        }
        sync.savePosition(PositionJson.write(position, table()));
    }

    /** Leaves out what was refused; false if the stream cannot be read without. */
    boolean mend(ApiException refused) {
        Instant now = source.clock().now();
        String message = refused.error().message();
        return switch (refused.kind()) {
            case FIELD ->
                fields.named(message).map(field -> fields.lose(field, now)).orElse(false);
            case SOURCE -> loseJoins(message, now);
            case NO_DELETIONS -> {
                boolean asked = deletions;
                deletions = false;
                LOG.warn("stream \"{}\": Zuora cannot tell its deleted rows; they are not marked", id());
                yield asked;
            }
            default -> false;
        };
    }

    /**
     * All rows again come under a version, so that the target removes what is gone, unless the start date keeps some of
     * them out.
     */
    private void version() {
        boolean again = sync.method() == ReplicationMethod.INCREMENTAL
                && sync.bookmark().at().isPresent();
        if (again && !(sync.startDate().isEmpty() && sync.resendAll()) && deletionsLost) {
            LOG.warn(
                    "stream \"{}\": rows that were deleted more than 30 days ago stay in the warehouse, for Zuora tells them"
                            + " no more; set emit_activate_version_messages and no start_date, and read it once as"
                            + " FULL_TABLE",
                    id());
        }
    }

    private boolean loseJoins(String message, Instant now) {
        Optional<FieldDescription> named = fields.namedJoin(message);
        List<FieldDescription> missing = named.map(List::of)
                .orElseGet(() -> new JoinProbe(source.jobs()).missing(object.name(), fields.joins()));
        missing.forEach(join -> {
            var unused = fields.lose(join, now);
        });
        return !missing.isEmpty();
    }

    private void plan(Instant now) {
        ReadPlan plan = new ReadPlan(object, sync, settings, position, sureFields(), deletions);
        position = plan.position(now);
        deletionsLost = plan.deletionsLost();
        for (Part part : plan.parts()) {
            PartRead read = new PartRead(this, source, shared, ahead, part);
            read.checkOldJob();
            parts.add(read);
        }
    }

    private boolean table() {
        return sync.method() == ReplicationMethod.FULL_TABLE;
    }

    private Memory memory() {
        return position.memory().of(sureFields(), fields.unavailable());
    }

    private List<String> sureFields() {
        return fields.names().stream().filter(name -> !doubtful.contains(name)).toList();
    }
}
