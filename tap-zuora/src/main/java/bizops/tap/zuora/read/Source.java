package bizops.tap.zuora.read;

import bizops.tap.zuora.job.JobWatch;
import bizops.tap.zuora.job.QueryJobs;
import bizops.tap.zuora.job.ResultFiles;
import bizops.tap.zuora.rest.ServerClock;
import java.time.Duration;

/**
 * What streams are read through. Its watch is owned by the run's thread, the rest may be used by any.
 *
 * @param pause how long to wait before a job is submitted again while the tenant's are all taken
 * @param deadline how long to try that
 * @param maxJobs jobs under way at a time
 */
public record Source(
        QueryJobs jobs,
        JobWatch watch,
        ResultFiles files,
        ServerClock clock,
        Duration pause,
        Duration deadline,
        int maxJobs) {}
