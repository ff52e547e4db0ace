package bizops.tap.marketo.window;

import bizops.singer.error.InputException;
import bizops.singer.error.RemoteException;
import bizops.tap.marketo.bulk.ExportFile;
import bizops.tap.marketo.bulk.ExportGoneException;
import bizops.tap.marketo.bulk.Exports;
import bizops.tap.marketo.rest.ErrorKind;
import bizops.tap.marketo.rest.MarketoException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The jobs that read a span, window after window. Several streams may read the same series: each job is made once, its
 * file fetched once and deleted after the last of them. While one file is read the next jobs run already. Owned by the
 * run's thread.
 */
public final class ExportSeries implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ExportSeries.class);
    private static final int MOST_AHEAD = 2;
    private static final int JOBS_FOR_A_WINDOW = 3;

    private final String name;
    private final Exports exports;
    private final SlotPlan plan;
    private final Instant now;
    private final List<Slot> slots = new ArrayList<>();
    private final List<SeriesReader> readers = new ArrayList<>();

    /**
     * Plans only; nothing is called yet.
     *
     * @param name for the log
     * @param left jobs that an earlier run left
     * @param now by the server's clock
     */
    public ExportSeries(
            String name,
            Exports exports,
            Requests requests,
            Span span,
            Duration largestWindow,
            List<SavedJob> left,
            Instant now)
            throws Exception {
        this.name = name;
        this.exports = exports;
        this.plan = new SlotPlan(requests, span, largestWindow);
        this.now = now.truncatedTo(ChronoUnit.SECONDS);
        slots.addAll(plan.takenOver(left));
        LOG.info(
                "{}: reading [{}, {}]{}",
                name,
                span.start(),
                span.limit(),
                slots.isEmpty() ? "" : ", going on with jobs of an earlier run");
    }

    /** One more stream that reads it, moving its bookmark window by window; to be told before anything is read. */
    public SeriesReader join(Position position) {
        return join(position, position::advanceTo);
    }

    /** As {@link #join(Position)}, for a stream that notes otherwise how far it came. */
    public SeriesReader join(Position position, Consumer<Instant> windowRead) {
        SeriesReader reader = new SeriesReader(this, position, windowRead);
        readers.add(reader);
        return reader;
    }

    /**
     * Has the first jobs run, as far as there is room. A refusal is left for the moment when a file is needed, so that it
     * stops no other stream, nor a file that is done; only a filter that the subscription lacks is told at once.
     */
    public void ahead() throws Exception {
        ahead(0);
    }

    @Override
    public void close() {
        slots.forEach(Slot::close);
    }

    void readAll(SeriesReader reader, FileSink sink) throws Exception {
        while (reader.cursor < slots.size() || slots.addAll(plan.following())) {
            Slot slot = slots.get(reader.cursor);
            sink.read(file(slot, reader));
            slot.reads++;
            if (slot.reads >= readers.size()) {
                slot.close();
            }
            reader.cursor++;
            reader.done(slot, jobs(reader));
        }
    }

    private ExportFile file(Slot slot, SeriesReader reader) throws Exception {
        for (int jobs = 1; slot.file == null; jobs++) {
            if (slot.job == null) {
                submit(slot);
            }
            try {
                finish(slot, reader);
                ahead(reader.cursor + 1);
                slot.file = exports.open(Objects.requireNonNull(slot.job), Objects.requireNonNull(slot.status));
            } catch (ExportGoneException gone) {
                slot.forget();
                save();
                if (jobs == JOBS_FOR_A_WINDOW) {
                    throw RemoteException.permanent(
                            name + " " + slot.window + ": " + gone.getMessage() + ", like " + (jobs - 1)
                                    + " jobs before it; run again later",
                            gone);
                }
                LOG.warn("{} {}: {}; making another job", name, slot.window, gone.getMessage());
            } catch (InputException damaged) {
                boolean left = slot.takenOver;
                slot.forget();
                save();
                if (!left) {
                    throw damaged;
                }
                LOG.warn("{} {}: that job was an earlier run's; making another", name, slot.window);
            }
        }
        return slot.file;
    }

    private void finish(Slot slot, SeriesReader reader) throws ExportGoneException {
        if (slot.status == null) {
            slot.status = exports.await(Objects.requireNonNull(slot.job), reader.position::save);
            if (exports.tooLarge(slot.status)) {
                LOG.info("{}: the file of {} is large for the day's quota; windows are halved", name, slot.window);
                plan.halve();
            }
        }
    }

    private void ahead(int from) throws Exception {
        try {
            for (int i = from; i < from + MOST_AHEAD && exports.hasRoom(); i++) {
                if (i >= slots.size() && !slots.addAll(plan.following())) {
                    return;
                }
                if (slots.get(i).job == null) {
                    submit(slots.get(i));
                }
            }
        } catch (MarketoException refused) {
            if (refused.kind() == ErrorKind.FILTER_UNSUPPORTED) {
                throw refused;
            }
            LOG.info("{}: no job is made ahead: {}", name, refused.error());
        } catch (RemoteException refused) {
            if (Thread.currentThread().isInterrupted()) {
                throw refused;
            }
            LOG.info("{}: no job is made ahead: {}", name, refused.getMessage());
        }
    }

    private void submit(Slot slot) {
        slot.job = exports.create(slot.request);
        slot.saved = new SavedJob(
                slot.job.id(), slot.window, slot.request.filterHash(), slot.request.fieldsHash(), now, false);
        save();
        if (exports.enqueue(slot.job, false)) {
            slot.saved = slot.saved.nowQueued();
            save();
        }
    }

    private void save() {
        readers.forEach(reader -> reader.position.saveNow(jobs(reader)));
    }

    /** The jobs that a stream has not read, up to the first that is not made. */
    private List<SavedJob> jobs(SeriesReader reader) {
        List<SavedJob> jobs = new ArrayList<>();
        for (Slot slot : slots.subList(Math.min(reader.cursor, slots.size()), slots.size())) {
            @Nullable SavedJob saved = slot.saved;
            if (saved == null) {
                break;
            }
            jobs.add(saved);
        }
        return jobs;
    }
}
