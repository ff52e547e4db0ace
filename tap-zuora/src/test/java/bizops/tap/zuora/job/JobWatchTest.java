package bizops.tap.zuora.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bizops.singer.error.ExitCode;
import bizops.singer.error.RemoteException;
import bizops.tap.zuora.job.BatchStatus.Stage;
import bizops.tap.zuora.query.ExportQuery;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JobWatchTest {
    private static final Duration SOON = Duration.ofMillis(1);

    @Test
    void whatOneQuestionToldOfAllQueriesIsNotAskedAgain() {
        Scripted jobs = new Scripted(
                new JobStatus(false, List.of(BatchStatus.running("A"), BatchStatus.running("B"))),
                new JobStatus(true, List.of(done("A"), done("B"))));
        JobWatch watch = new JobWatch(jobs, SOON, Duration.ofHours(1));
        watch.started("j");

        assertThat(watch.await("j", "A").stage()).isEqualTo(Stage.DONE);
        assertThat(watch.await("j", "B").stage()).isEqualTo(Stage.DONE);
        assertThat(jobs.asked).hasSize(2);
    }

    @Test
    void aQueryThatIsDoneNeedNotWaitForTheOthersOfItsJob() {
        Scripted jobs = new Scripted(new JobStatus(false, List.of(done("A"), BatchStatus.running("B"))));

        assertThat(new JobWatch(jobs, SOON, Duration.ofHours(1)).await("j", "A").stage())
                .isEqualTo(Stage.DONE);
    }

    @Test
    void aJobThatEndsWithoutAWordOfAQueryHasFailed() {
        Scripted jobs = new Scripted(new JobStatus(true, List.of(done("A"), done("B"))));

        BatchStatus batch = new JobWatch(jobs, SOON, Duration.ofHours(1)).await("j", "C");

        assertThat(batch.stage()).isEqualTo(Stage.FAILED);
        assertThat(batch.error().orElseThrow().message()).contains("without a word of the query \"C\"");
    }

    @Test
    void aJobThatDoesNotEndInTimeIsCancelledAndTheRunComesAgainLater() {
        Scripted jobs = new Scripted(new JobStatus(false, List.of(BatchStatus.running("A"), BatchStatus.running("B"))));
        JobWatch watch = new JobWatch(jobs, SOON, Duration.ZERO);

        assertThatThrownBy(() -> watch.await("j", "A"))
                .isInstanceOfSatisfying(
                        RemoteException.class,
                        late -> assertThat(late.exitCode()).isEqualTo(ExitCode.TRY_LATER))
                .hasMessageContaining("'job_timeout_minutes'");
        assertThat(jobs.cancelled).containsExactly("j");
    }

    private static BatchStatus done(String name) {
        return BatchStatus.done(name, Optional.of(0L), List.of());
    }

    /** Tells one status after the other, the last for ever. */
    private static final class Scripted implements QueryJobs {
        private final List<JobStatus> told;
        private final List<String> asked = new ArrayList<>();
        private final List<String> cancelled = new ArrayList<>();

        Scripted(JobStatus... told) {
            this.told = List.of(told);
        }

        @Override
        public JobStatus status(String job) {
            asked.add(job);
            return told.get(Math.min(asked.size(), told.size()) - 1);
        }

        @Override
        public void cancel(String job) {
            cancelled.add(job);
        }

        @Override
        public String api() {
            return "AQUA";
        }

        @Override
        public int queriesPerJob() {
            return 50;
        }

        @Override
        public boolean tellsDeletions() {
            return true;
        }

        @Override
        public Duration keepsFiles() {
            return Duration.ofDays(3);
        }

        @Override
        public String text(ExportQuery query) {
            return query.zoql();
        }

        @Override
        public String submit(List<NamedQuery> queries) {
            return "j";
        }
    }
}
