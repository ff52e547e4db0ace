package bizops.tap.zuora.read;

import bizops.singer.error.InputException;
import bizops.singer.error.RemoteException;
import bizops.tap.zuora.file.BrokenFileException;
import bizops.tap.zuora.file.ResultFile;
import bizops.tap.zuora.job.BatchStatus;
import bizops.tap.zuora.job.NamedQuery;
import bizops.tap.zuora.rest.ApiException;
import bizops.tap.zuora.rest.ErrorKind;
import bizops.tap.zuora.rest.ZuoraError;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads one part of a stream to its end, through whatever happens meanwhile: a job that is gone is submitted again for
 * the same rows, a refused field is left out, a result that is too large is asked for in less. Owned by the run's thread.
 */
final class PartRead {
    private static final Logger LOG = LoggerFactory.getLogger(PartRead.class);
    /** Jobs that were lost in a row before the stream is given up. */
    private static final int MOST_LOST = 4;

    private final StreamRead stream;
    private final Source source;
    private final SharedJobs shared;
    private final PageAhead ahead;
    private Part part;
    private @Nullable RuntimeException failure;
    private int lost;
    /** Whether an earlier run submitted the job. */
    private boolean left;

    PartRead(StreamRead stream, Source source, SharedJobs shared, PagesAhead ahead, Part part) {
        this.stream = stream;
        this.source = source;
        this.shared = shared;
        this.ahead = new PageAhead(stream, source, ahead);
        this.part = part;
    }

    /** Drops a job of an earlier run that cannot help: another query, another interface, files gone. */
    void checkOldJob() {
        part.job().ifPresent(job -> {
            boolean useful = job.api().equals(source.jobs().api())
                    && job.queryHash().equals(hash())
                    && job.submittedAt()
                            .plus(source.jobs().keepsFiles())
                            .isAfter(source.clock().now());
            if (useful) {
                LOG.info("stream \"{}\": going on with job {} for {}", stream.id(), job.id(), part);
                left = true;
            } else {
                part = part.withoutJob();
            }
        });
    }

    boolean whole() {
        return part.whole();
    }

    boolean needsJob() {
        return part.job().isEmpty() && failure == null;
    }

    NamedQuery named() {
        return stream.named(part);
    }

    /** The text as it is sent. */
    String text() {
        return source.jobs().text(stream.query(part));
    }

    /** A job was started for this part; the state must know before anything else happens. */
    void submitted(String job) {
        submitted(new JobMark(job, source.jobs().api(), hash(), source.clock().now()));
    }

    /** The part cannot be read: its stream fails when its turn comes. */
    void fail(RuntimeException why) {
        failure = why;
    }

    /** Changes the part so that the same error does not come again; false if that cannot be. */
    boolean mend(ApiException refused) {
        if (refused.kind() == ErrorKind.TOO_MUCH) {
            Optional<Part> less = part.narrowed(stream.pageRows());
            less.ifPresent(narrower -> {
                LOG.info("stream \"{}\": {} is too much at once; now {}", stream.id(), part, narrower);
                part = narrower;
            });
            return less.isPresent();
        }
        return stream.mend(refused);
    }

    /** Reads to the end. */
    void read() {
        LOG.info("stream \"{}\": reading {}", stream.id(), part);
        try {
            for (Optional<Part> next = Optional.of(part); next.isPresent(); ) {
                next = readSlice();
                Part done = part;
                next.ifPresent(following -> part = following);
                stream.sliceDone(done, next);
            }
        } finally {
            ahead.drop();
        }
    }

    private Optional<Part> readSlice() {
        while (true) {
            Optional<NextPage> early = needsJob() ? ahead.turnOf(part) : Optional.empty();
            early.map(NextPage::job).ifPresent(this::submitted);
            if (needsJob()) {
                shared.submitNow(this);
            }
            if (failure != null) {
                throw failure;
            }
            JobMark job = part.job().orElseThrow();
            try {
                List<ResultFile> files = early.map(NextPage::files).orElse(List.of());
                ahead.taken();
                if (files.isEmpty()) {
                    Optional<BatchStatus> batch = finished(job);
                    files = batch.isEmpty() ? List.of() : source.files().fetch(batch.get());
                }
                if (!files.isEmpty()) {
                    Optional<Part> next = write(files, job);
                    lost = 0;
                    return next;
                }
            } catch (BrokenFileException broken) {
                giveUpIfTooOften("a file stays broken: " + broken.getMessage());
            } catch (ApiException refused) {
                answer(refused, job);
            } catch (InputException unfit) {
                endUnlessLeft(job, unfit); // once the record is corrected, only a new job has it
            }
            part = part.withoutJob();
        }
    }

    /** A later run must not go on with a job that failed for good: what was wrong may be mended by then. */
    private void forgetJob() {
        part = part.withoutJob();
        stream.save(part);
    }

    /** What was wrong when an earlier run asked may be mended by now: only a job of this run says that it is not. */
    private void endUnlessLeft(JobMark job, RuntimeException why) {
        forgetJob();
        if (!left) {
            throw why;
        }
        LOG.warn(
                "stream \"{}\": job {} of an earlier run does not serve: {}; the same rows are asked for again",
                stream.id(),
                job.id(),
                why.getMessage());
    }

    /** The query's end, if it has a result; empty if the job is to be submitted again. */
    private Optional<BatchStatus> finished(JobMark job) {
        BatchStatus batch = source.watch().await(job.id(), named().name());
        switch (batch.stage()) {
            case CANCELLED -> {
                giveUpIfTooOften("job " + job.id() + " was cancelled");
                return Optional.empty();
            }
            case FAILED -> throw new ApiException(batch.error().orElseThrow());
            default -> {
                if (batch.files().isEmpty()) {
                    throw new ApiException(new ZuoraError(
                            200,
                            "90018",
                            "job " + job.id() + " has no file for \"" + batch.name()
                                    + "\", which is how Zuora skips an object that the user may not see",
                            ""));
                }
                return Optional.of(batch);
            }
        }
    }

    private void answer(ApiException refused, JobMark job) {
        source.watch().forget(job.id());
        switch (refused.kind()) {
            case NOT_FOUND -> giveUpIfTooOften("job " + job.id() + " or its file is gone");
            case TRANSIENT, RATE, BUSY -> giveUpIfTooOften("job " + job.id() + " failed: " + refused.error());
            default -> {
                if (!mend(refused)) {
                    endUnlessLeft(job, refused.forUser("stream \"" + stream.id() + "\", job " + job.id()));
                }
            }
        }
    }

    private void giveUpIfTooOften(String why) {
        lost++;
        if (lost >= MOST_LOST) {
            forgetJob();
            throw RemoteException.tryLater(
                    "stream \"" + stream.id() + "\": " + lost + " jobs for the same rows came to nothing, the last: "
                            + why + "; run again later, the state is kept",
                    null);
        }
        LOG.warn("stream \"{}\": {}; the same rows are asked for again", stream.id(), why);
    }

    private Optional<Part> write(List<ResultFile> files, JobMark job) {
        try {
            ahead.beginBehind(part, files);
            RowSink sink = stream.sink(job.submittedAt());
            for (ResultFile file : files) {
                file.read(sink);
            }
            sink.report();
            return part.next(sink.rows(), sink.lastId());
        } catch (IOException unreadable) {
            throw new InputException(
                    "stream \"" + stream.id() + "\": a temporary file cannot be read: " + unreadable.getMessage()
                            + "; check the disk",
                    unreadable);
        } finally {
            files.forEach(ResultFile::close);
        }
    }

    private void submitted(JobMark job) {
        left = false;
        part = part.with(job);
        stream.saveNow(part);
    }

    private String hash() {
        return stream.hash(part);
    }
}
