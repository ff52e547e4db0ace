package bizops.tap.zuora.read;

import bizops.singer.error.ConfigException;
import bizops.singer.error.RemoteException;
import bizops.tap.zuora.job.NamedQuery;
import bizops.tap.zuora.rest.ApiException;
import bizops.tap.zuora.rest.ErrorKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts the parts of many streams into as few jobs as possible. A part that Zuora refuses does not take the others of its
 * job with it: it is mended or set aside, and the others are submitted again. Owned by the run's thread.
 */
final class SharedJobs {
    private static final Logger LOG = LoggerFactory.getLogger(SharedJobs.class);
    /** Zuora's limit for one query. */
    static final int LONGEST_QUERY = 20_000;

    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    private final Source source;
    private final List<PartRead> waiting = new ArrayList<>();

    SharedJobs(Source source) {
        this.source = source;
    }

    /** Submits these, as many jobs as may be under way at a time; the rest when their turn comes. */
    void submit(List<PartRead> parts) {
        waiting.addAll(parts.stream().filter(PartRead::needsJob).toList());
        for (int job = 0; job < source.maxJobs() && !waiting.isEmpty(); job++) {
            submitNext();
        }
    }

    /** Submits this part at once, with others that wait if it is one of them. */
    void submitNow(PartRead part) {
        if (waiting.remove(part)) {
            waiting.add(0, part);
            submitNext();
        } else {
            together(List.of(part));
        }
    }

    /** A job has ended, so that another may start. */
    void oneDone() {
        if (!waiting.isEmpty() && source.jobs().queriesPerJob() == 1) {
            submitNext();
        }
    }

    private void submitNext() {
        List<PartRead> group = new ArrayList<>();
        while (!waiting.isEmpty() && group.size() < source.jobs().queriesPerJob()) {
            group.add(waiting.remove(0));
        }
        together(group);
    }

    private void together(List<PartRead> group) {
        List<PartRead> left = new ArrayList<>(group);
        left.removeIf(this::tooLong);
        Patience patience = new Patience();
        while (!left.isEmpty()) {
            try {
                List<NamedQuery> queries = left.stream().map(PartRead::named).toList();
                String job = source.jobs().submit(queries);
                source.watch().started(job);
                LOG.info("job {} with {} queries is under way", job, queries.size());
                left.forEach(part -> part.submitted(job));
                return;
            } catch (ApiException refused) {
                if (refused.kind() == ErrorKind.ENTITY) {
                    throw refused.forUser("a job");
                }
                if (refused.kind() == ErrorKind.BUSY) {
                    patience.wait(refused);
                } else if (!setAside(left, refused)) {
                    LOG.info("a job of {} queries is refused and does not say for which: one by one", left.size());
                    left.forEach(part -> together(List.of(part)));
                    return;
                }
            }
        }
    }

    /** Mends or takes out the part that was refused; false if nobody knows which it is. */
    private static boolean setAside(List<PartRead> parts, ApiException refused) {
        Optional<PartRead> culprit = parts.size() == 1
                ? Optional.of(parts.get(0))
                : Culprit.of(parts, refused.error().message());
        culprit.ifPresent(part -> {
            if (!part.mend(refused)) {
                part.fail(refused.forUser("stream \"" + part.named().query().object() + "\""));
                parts.remove(part);
            }
        });
        return culprit.isPresent();
    }

    private boolean tooLong(PartRead part) {
        int length = part.text().length();
        if (length > LONGEST_QUERY) {
            part.fail(new ConfigException("stream \"" + part.named().query().object() + "\": its query has " + length
                    + " characters, Zuora takes " + LONGEST_QUERY + "; deselect some of its fields"));
        }
        return length > LONGEST_QUERY;
    }

    private final class Patience {
        private final long since = System.nanoTime();
        private Duration pause = source.pause();

        void wait(ApiException busy) {
            if (Duration.ofNanos(System.nanoTime() - since).compareTo(source.deadline()) > 0) {
                throw busy.forUser("a job");
            }
            LOG.info("the tenant's jobs are all taken: {}; submitting again in {} ms", busy.error(), pause.toMillis());
            try {
                Thread.sleep(pause.toMillis());
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw RemoteException.tryLater("waiting for a free job was interrupted; run again later", stopped);
            }
            Duration grown = pause.multipliedBy(2);
            pause = grown.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : grown;
        }
    }
}
