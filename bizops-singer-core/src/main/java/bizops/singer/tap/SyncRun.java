package bizops.singer.tap;

import bizops.singer.catalog.ReplicationMethod;
import bizops.singer.catalog.StreamPlan;
import bizops.singer.error.BizopsException;
import bizops.singer.error.ConfigException;
import bizops.singer.error.ConsumerClosedException;
import bizops.singer.error.ExitCode;
import bizops.singer.error.OutputException;
import bizops.singer.error.PartialException;
import bizops.singer.error.RemoteException;
import bizops.singer.message.SchemaMessage;
import bizops.singer.report.Metrics;
import bizops.singer.report.Progress;
import bizops.singer.report.Quotes;
import bizops.singer.rules.StreamRules;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the planned streams one after another. Used once; owned by the run's thread. */
final class SyncRun {
    private static final Logger LOG = LoggerFactory.getLogger(SyncRun.class);

    private final Tap tap;
    private final Map<String, Stream> streams;
    private final RunContext run;
    private final Map<String, Exception> failures = new LinkedHashMap<>();

    /** @param streams the tap's streams by id */
    SyncRun(Tap tap, Map<String, Stream> streams, RunContext run) {
        this.tap = tap;
        this.streams = streams;
        this.run = run;
    }

    /** The whole run: the incoming state first, each stream with a STATE at its end. */
    void sync(List<StreamPlan> plans) throws Exception {
        plans.forEach(this::checkMethod);
        PlanRules rules = new PlanRules(run.settings().columnRules(), plans);
        if (plans.isEmpty()) {
            LOG.warn("no stream is selected; select some in the catalog");
        }
        run.states().write();
        List<StreamPlan> ordered = fromWhereItStopped(plans);
        try (Progress progress = Progress.start("records")) {
            run.show(progress);
            List<StreamRun> reads = prepared(ordered, rules);
            for (int i = 0; i < ordered.size() && !run.stopping(); i++) {
                progress.say(ordered.get(i).id());
                String next = i + 1 < ordered.size() ? ordered.get(i + 1).id() : null;
                read(ordered.get(i), reads.get(i), rules.of(ordered.get(i)), next);
            }
        }
        if (!failures.isEmpty()) {
            throw partial(ordered.size());
        }
    }

    /** The schemas only. */
    void schemas(List<StreamPlan> plans) {
        PlanRules rules = new PlanRules(run.settings().columnRules(), plans);
        plans.forEach(plan -> writeSchema(plan, rules.of(plan)));
    }

    private List<StreamRun> prepared(List<StreamPlan> plans, PlanRules rules) throws Exception {
        Map<String, SyncContext> planned = new LinkedHashMap<>();
        List<StreamRun> reads = new ArrayList<>();
        for (StreamPlan plan : plans) {
            StreamRun read = new StreamRun(stream(plan), plan, run, rules.of(plan));
            reads.add(read);
            planned.put(plan.id(), read);
        }
        try {
            tap.prepare(planned);
        } catch (StoppedException stopped) {
            LOG.info("{}", stopped.getMessage());
        }
        return reads;
    }

    private void read(StreamPlan plan, StreamRun stream, StreamRules rules, @Nullable String next) throws Exception {
        run.states().syncing(plan.id());
        run.reading(stream);
        writeSchema(plan, rules);
        long began = System.nanoTime();
        boolean complete = false;
        try {
            stream.read();
            complete = true;
        } catch (StoppedException stopped) {
            LOG.info("stream \"{}\": {}", plan.id(), stopped.getMessage());
            complete = !run.stopping();
        } catch (ConsumerClosedException | OutputException nothingCanBeSent) {
            throw nothingCanBeSent;
        } catch (Exception failure) {
            stream.saveBookmark();
            failed(plan, stream, failure);
        } finally {
            report(plan, began, complete);
        }
        stream.saveBookmark();
        run.states().syncing(run.stopping() ? plan.id() : next);
        run.states().write();
    }

    private void failed(StreamPlan plan, StreamRun stream, Exception failure) throws Exception {
        if (run.stopping()) {
            return;
        }
        boolean othersToo = failure instanceof RemoteException remote && remote.exitCode() == ExitCode.TRY_LATER;
        if (!run.settings().continueOnStreamError() || othersToo) {
            LOG.error("stream \"{}\" failed after {} records", plan.id(), stream.written());
            run.states().write();
            throw failure;
        }
        Object why = failure instanceof BizopsException known ? known.getMessage() : Quotes.of(failure);
        LOG.error("stream \"{}\" failed after {} records: {}", plan.id(), stream.written(), why);
        failures.put(plan.id(), failure);
    }

    /** If nothing succeeded, the first failure stands for all. */
    private Exception partial(int streamCount) {
        if (failures.size() == streamCount) {
            return failures.values().iterator().next();
        }
        return new PartialException(failures.size() + " of " + streamCount + " streams failed: "
                + String.join(", ", failures.keySet()) + "; the others are complete");
    }

    private void report(StreamPlan plan, long began, boolean complete) {
        run.counters().end(plan.id());
        Metrics.timer(
                "sync_duration",
                Duration.ofNanos(System.nanoTime() - began),
                Map.of("stream", plan.id(), "status", complete ? "succeeded" : "failed"));
    }

    private void writeSchema(StreamPlan plan, StreamRules rules) {
        Map<String, @Nullable Object> schema = rules.schema();
        if (stream(plan).marksDeletions()) {
            schema = DeletionMarker.addTo(schema);
        }
        run.messages()
                .write(new SchemaMessage(
                        plan.name(),
                        schema,
                        plan.key(),
                        plan.replicationKey().stream().toList()));
    }

    private void checkMethod(StreamPlan plan) {
        List<ReplicationMethod> methods = stream(plan).methods();
        if (!methods.contains(plan.method())) {
            throw new ConfigException(
                    "catalog: stream \"" + plan.id() + "\" cannot be read as " + plan.method() + "; use "
                            + methods.stream()
                                    .map(Enum::name)
                                    .reduce((a, b) -> a + " or " + b)
                                    .orElse(""));
        }
    }

    /** The stream that an interrupted run was reading comes first, then those after it, then those before. */
    private List<StreamPlan> fromWhereItStopped(List<StreamPlan> plans) {
        Optional<String> syncing = run.states().state().currentlySyncing();
        for (int i = 0; i < plans.size(); i++) {
            if (syncing.isPresent() && plans.get(i).id().equals(syncing.get())) {
                List<StreamPlan> ordered = new ArrayList<>(plans.subList(i, plans.size()));
                ordered.addAll(plans.subList(0, i));
                return ordered;
            }
        }
        return plans;
    }

    private Stream stream(StreamPlan plan) {
        Stream stream = streams.get(plan.id());
        if (stream == null) {
            throw new IllegalStateException("no stream " + plan.id());
        }
        return stream;
    }
}
