package bizops.tap.salesforce;

import bizops.singer.state.ReplicationValue;
import bizops.singer.tap.SyncContext;
import bizops.tap.salesforce.discover.Keys;
import bizops.tap.salesforce.discover.ObjectDescription;
import bizops.tap.salesforce.fetch.Chunk;
import bizops.tap.salesforce.query.JobPosition;
import bizops.tap.salesforce.query.RowQuery;
import bizops.tap.salesforce.query.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads what changed in one half-open window, from a little before the bookmark up to where stamps are sure to be
 * complete, and then sets the bookmark to the window's end, rows or not. Where Salesforce can no longer tell what was
 * deleted, the window begins at the beginning, and what does not come again is removed.
 */
final class IncrementalRead {
    private static final Logger LOG = LoggerFactory.getLogger(IncrementalRead.class);
    private static final Duration DAY = Duration.ofDays(1);

    private final ObjectDescription object;
    private final Keys keys;
    private final SalesforceClient client;
    private final SyncContext sync;
    private final String key;
    private final Optional<Instant> bookmark;
    private final WindowRead windows;
    private SavedPosition saved;
    private Optional<Instant> wholeAt;

    IncrementalRead(ObjectDescription object, Keys keys, SalesforceClient client, SyncContext sync) {
        this.object = object;
        this.keys = keys;
        this.client = client;
        this.sync = sync;
        this.key = sync.replicationKey().orElseThrow();
        this.bookmark = sync.bookmark().at().map(ReplicationValue::instant);
        this.windows = new WindowRead(object, keys, client, sync);
        this.saved = SavedPosition.of(sync.position());
        this.wholeAt = client.wholeEvery().flatMap(every -> saved.wholeAt());
    }

    void run() {
        if (saved.job().isPresent()) {
            finish(saved.job().get());
            new IncrementalRead(object, keys, client, sync).run();
            return;
        }
        Instant end = client.upperBound().of(object.name(), object.replicateable());
        if (bookmark.isPresent()
                && !end.isAfter(bookmark.get())
                && saved.resend().isEmpty()) {
            LOG.info(
                    "stream \"{}\": stamps are complete up to {} only, which the bookmark {} already covers; left alone",
                    object.name(),
                    end,
                    bookmark.get());
            return;
        }
        DeletionPoll.Outcome deletions = new DeletionPoll(object, keys, client, sync).run(bookmark, saved, end);
        Optional<Resend> resend = resend(deletions.gap().or(() -> due(end)));
        ResumePoint begin = ResumePoint.of(resend.isPresent() ? resendFrom(resend.get()) : start(), saved, lookback());
        boolean whole = begin.equals(new ResumePoint(beginning(), Optional.empty()));
        if (whole) {
            sync.startDate().ifPresent(this::tellLeftOut);
        }
        Window window = new Window(begin.lo(), end);
        LOG.info(
                "stream \"{}\": reading {} in {}{}",
                object.name(),
                key,
                window,
                begin.after().map(last -> " behind " + last.id()).orElse(""));
        if (!window.isEmpty()) {
            windows.read(
                    window, begin.after(), Optional.empty(), chunk -> keep(chunk, window, deletions.until(), resend));
        }
        if (resend.isPresent()) {
            windows.readUnordered(Window.from(window.isEmpty() ? begin.lo().orElse(end) : end));
        }
        if (resend.isPresent()) {
            wholeAt = client.wholeEvery().map(every -> end);
        }
        sync.advanceTo(end);
        save(SavedPosition.between(deletions.until(), Optional.empty()));
        report();
        if (whole && sync.startDate().isEmpty()) {
            RowCheck.warn(object.name(), windows.live(), client.counts());
        }
    }

    private void save(SavedPosition position) {
        sync.savePosition(position.readWhole(wholeAt).json());
    }

    /** Why every row is to be read although deletions are known; a first read counts as one. */
    private Optional<String> due(Instant end) {
        if (client.wholeEvery().isEmpty()) {
            return Optional.empty();
        }
        if (bookmark.isEmpty()) {
            wholeAt = wholeAt.or(() -> Optional.of(end));
        }
        Duration every = client.wholeEvery().get();
        return wholeAt.filter(at -> at.plus(every).isAfter(end)).isPresent()
                ? Optional.empty()
                : Optional.of("full_refresh_interval_days have passed since "
                        + wholeAt.map(Instant::toString).orElse("a time that the state does not tell"));
    }

    /** Who has forgotten the start date looks for rows that were never asked for. */
    private void tellLeftOut(Instant startDate) {
        RowQuery before = new RowQuery(
                object.name(),
                List.of(keys.id()),
                keys.id(),
                Optional.of(key),
                Optional.of(new Window(Optional.empty(), startDate)),
                Optional.empty(),
                Optional.empty(),
                false);
        client.counts()
                .ofQuery(before)
                .ifPresent(rows -> LOG.info(
                        "stream \"{}\": {} rows last changed before start_date {} are not read",
                        object.name(),
                        rows,
                        startDate));
    }

    /** The Bulk job of an interrupted run has its own window, which comes before all that has changed since. */
    private void finish(JobPosition job) {
        Optional<Resend> resend = saved.resend().filter(again -> sync.resendAll());
        Optional<Resend> resent = Optional.empty();
        if (job.window().isPresent()) {
            Window window = job.window().get();
            LOG.info("stream \"{}\": an interrupted run was reading {} in {}", object.name(), key, window);
            windows.read(
                    window,
                    Optional.empty(),
                    Optional.of(job),
                    chunk -> keep(chunk, window, saved.deletionsUntil(), resend));
            if (resend.isPresent()) {
                resent = Optional.of(new Resend(Optional.of(window.hi())));
            } else {
                sync.advanceTo(window.hi());
            }
            report();
        }
        save(SavedPosition.between(saved.deletionsUntil(), resent));
    }

    private void report() {
        LOG.info(
                "stream \"{}\": {} rows sent, {} of them again because they lie before the bookmark",
                object.name(),
                windows.sent(),
                windows.sentAgain());
    }

    /** Whether every row is sent again: because of a gap, or because an interrupted run had begun to. */
    private Optional<Resend> resend(Optional<String> gap) {
        if (saved.resend().isPresent() && sync.resendAll()) {
            LOG.info("stream \"{}\": goes on sending every row again", object.name());
            return saved.resend();
        }
        if (gap.isEmpty()) {
            return Optional.empty();
        }
        saved = SavedPosition.between(saved.deletionsUntil(), Optional.empty());
        sync.savePosition(Map.of()); // so that the version is a new one
        if (sync.resendAll()) {
            LOG.info(
                    "stream \"{}\": {}: every row is read again, and ACTIVATE_VERSION removes what is gone",
                    object.name(),
                    gap.get());
            return Optional.of(Resend.BEGINNING);
        }
        LOG.warn(
                "stream \"{}\": {}: rows removed for good in between stay in the warehouse, for"
                        + " emit_activate_version_messages is off; turn it on and read the stream once with"
                        + " replication-method FULL_TABLE",
                object.name(),
                gap.get());
        return Optional.empty();
    }

    /** A part of the window that is complete moves the bookmark; otherwise the last row is remembered. */
    private void keep(Chunk chunk, Window window, Optional<Instant> deletionsUntil, Optional<Resend> resend) {
        if (chunk.closedUpTo().isPresent()) {
            if (resend.isPresent()) {
                save(SavedPosition.between(deletionsUntil, Optional.of(new Resend(chunk.closedUpTo()))));
                return;
            }
            if (bookmark.isEmpty() || chunk.closedUpTo().get().isAfter(bookmark.get())) {
                sync.advanceTo(chunk.closedUpTo().get());
            }
            save(SavedPosition.between(deletionsUntil, Optional.empty()));
        } else if (chunk.position().isPresent()) {
            save(SavedPosition.inWindow(chunk.position().get(), window, deletionsUntil, resend));
        } else if (chunk.job().isPresent()) {
            JobKeeper.keep(
                    sync,
                    SavedPosition.inJob(chunk.job().get(), deletionsUntil, resend)
                            .readWhole(wholeAt));
        }
    }

    /**
     * The bookmark less the look-back, but not before the start date. Without both, the beginning: the system's own
     * stamp cannot be older than the service, while migrations set the others to any past, which has no first day.
     */
    private Optional<Instant> start() {
        Optional<Instant> back = bookmark.map(at -> at.minus(lookback()));
        Optional<Instant> startDate = sync.startDate();
        if (back.isPresent() && startDate.isPresent()) {
            return startDate.get().isAfter(back.get()) ? startDate : back;
        }
        return back.or(this::beginning);
    }

    private Optional<Instant> resendFrom(Resend resend) {
        return resend.doneUntil().or(this::beginning);
    }

    private Optional<Instant> beginning() {
        return sync.startDate()
                .or(() -> key.equals("SystemModstamp") ? Optional.of(Window.BEGINNING) : Optional.empty());
    }

    /** Stamps that people and migrations can set reach further back. */
    private Duration lookback() {
        boolean settable = key.equals("CreatedDate") || key.equals("LoginTime");
        return settable && client.lookback().compareTo(DAY) < 0 ? DAY : client.lookback();
    }
}
