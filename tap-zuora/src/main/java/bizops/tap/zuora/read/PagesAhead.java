package bizops.tap.zuora.read;

import bizops.singer.error.RemoteException;
import bizops.singer.task.Background;
import bizops.tap.zuora.file.BrokenFileException;
import bizops.tap.zuora.file.ResultFile;
import bizops.tap.zuora.job.BatchStatus;
import bizops.tap.zuora.job.JobWatch;
import bizops.tap.zuora.job.NamedQuery;
import bizops.tap.zuora.rest.ApiException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Begins pages before their turn, so that Zuora's work on one and its download run beside reading the page before. What
 * Zuora refuses here is left to the page's turn, which knows how to answer. Owned by the run's thread.
 */
final class PagesAhead implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PagesAhead.class);
    private static final Duration LONGEST_END = Duration.ofSeconds(5);

    private final Source source;
    private final List<Background<List<ResultFile>>> abandoned = new ArrayList<>();

    PagesAhead(Source source) {
        this.source = source;
    }

    /** Submits the page's job; empty if it must wait for its turn. */
    Optional<NextPage> begin(Part part, NamedQuery query, String hash) {
        if (source.jobs().text(query.query()).length() > SharedJobs.LONGEST_QUERY) {
            return Optional.empty();
        }
        try {
            String id = source.jobs().submit(List.of(query));
            JobMark job =
                    new JobMark(id, source.jobs().api(), hash, source.clock().now());
            return Optional.of(NextPage.submitted(
                    part,
                    job,
                    Background.begin("next-page", () -> fetch(id, query), files -> files.forEach(ResultFile::close))));
        } catch (ApiException refused) {
            LOG.info("{} is not begun ahead: {}", part, refused.error());
            return Optional.empty();
        } catch (RemoteException failed) {
            return Optional.of(NextPage.failed(part, failed));
        }
    }

    /** Nobody will read the page. */
    void abandon(NextPage page) {
        page.work().ifPresent(work -> {
            work.abandon();
            abandoned.add(work);
        });
    }

    /** Waits for what was abandoned, which ends at once when the connections are closed. */
    @Override
    public void close() {
        abandoned.forEach(work -> work.awaitEnd(LONGEST_END));
        abandoned.clear();
    }

    private List<ResultFile> fetch(String job, NamedQuery query) {
        JobWatch watch = new JobWatch(source.jobs(), source.pause(), source.deadline());
        watch.started(job);
        try {
            BatchStatus batch = watch.await(job, query.name());
            return batch.stage() == BatchStatus.Stage.DONE && !batch.files().isEmpty()
                    ? source.files().fetch(batch)
                    : List.of();
        } catch (ApiException | BrokenFileException asksAgain) {
            return List.of();
        }
    }
}
