package bizops.tap.zuora.job;

import bizops.singer.error.RemoteException;
import bizops.tap.zuora.job.BatchStatus.Stage;
import bizops.tap.zuora.rest.ZuoraError;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Waits for queries of jobs, asking at growing intervals. What one question told of all queries of a job is remembered,
 * so that a job of fifty is asked for as often as a job of one. Owned by one thread.
 */
public final class JobWatch {
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final QueryJobs jobs;
    private final Duration first;
    private final Duration deadline;
    private final Map<String, Watched> watched = new HashMap<>();

    /**
     * Watches nothing yet.
     *
     * @param first how long to wait before the first question; grows by half to 30 s, or stays if longer
     * @param deadline how long to wait for one job in all
     */
    public JobWatch(QueryJobs jobs, Duration first, Duration deadline) {
        this.jobs = jobs;
        this.first = first;
        this.deadline = deadline;
    }

    /** A job was started just now, so that it is no use to ask at once. */
    public void started(String job) {
        watched.put(job, new Watched(first));
    }

    /**
     * How the query ended.
     *
     * @throws RemoteException if it does not end in time; the job is cancelled then
     */
    public BatchStatus await(String job, String query) {
        Watched one = watched.computeIfAbsent(job, id -> new Watched(Duration.ZERO));
        while (true) {
            Optional<BatchStatus> batch = one.status().flatMap(status -> status.batch(query));
            if (batch.isPresent() && batch.get().stage() != Stage.RUNNING) {
                return batch.get();
            }
            if (one.status().map(JobStatus::finished).orElse(false)) {
                String why = "job " + job + " ended without a word of the query \"" + query + "\"";
                return BatchStatus.failed(query, new ZuoraError(200, "", why, ""));
            }
            checkDeadline(job, one);
            one.pause();
            one.told(jobs.status(job));
        }
    }

    /** Forgets what the job told: it is of no use any more. */
    public void forget(String job) {
        watched.remove(job);
    }

    private void checkDeadline(String job, Watched one) {
        if (one.age().compareTo(deadline) > 0) {
            jobs.cancel(job);
            throw RemoteException.tryLater(
                    "job " + job + " is not done after " + deadline.toMinutes() + " min and was cancelled; run again"
                            + " later, or set 'job_timeout_minutes' higher",
                    null);
        }
    }

    private final class Watched {
        private final long since = System.nanoTime();
        private Duration pause;
        private Optional<JobStatus> status = Optional.empty();

        Watched(Duration pause) {
            this.pause = pause;
        }

        Optional<JobStatus> status() {
            return status;
        }

        void told(JobStatus now) {
            status = Optional.of(now);
        }

        Duration age() {
            return Duration.ofNanos(System.nanoTime() - since);
        }

        void pause() {
            try {
                Thread.sleep(pause.toMillis());
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw RemoteException.tryLater(
                        "waiting for a job was interrupted; run again to go on with it", stopped);
            }
            Duration grown = pause.isZero() ? first : pause.multipliedBy(3).dividedBy(2);
            pause = grown.compareTo(LONGEST) > 0 && LONGEST.compareTo(first) > 0 ? LONGEST : grown;
        }
    }
}
