package bizops.tap.zuora.job;

import bizops.tap.zuora.file.ResultFile;
import bizops.tap.zuora.file.RowHandler;
import bizops.tap.zuora.rest.ApiException;
import java.io.IOException;

/** Runs a statement of Data Query and reads its answer at once, where it is short. Owned by the run's thread. */
public final class Statements {
    private final DataQueryJobs jobs;
    private final JobWatch watch;
    private final ResultFiles files;

    public Statements(DataQueryJobs jobs, JobWatch watch, ResultFiles files) {
        this.jobs = jobs;
        this.watch = watch;
        this.files = files;
    }

    /**
     * Runs it.
     *
     * @throws ApiException if Zuora refuses the statement, or fails to run it
     * @throws IOException if the answer cannot be read
     */
    public void run(String sql, RowHandler rows) throws IOException {
        String job = jobs.submit(sql);
        watch.started(job);
        BatchStatus batch = watch.await(job, "");
        if (batch.error().isPresent()) {
            throw new ApiException(batch.error().get());
        }
        for (ResultFile file : files.fetch(batch)) {
            try (file) {
                long unused = file.read(rows);
            }
        }
    }
}
