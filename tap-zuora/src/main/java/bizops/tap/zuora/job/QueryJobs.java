package bizops.tap.zuora.job;

import bizops.tap.zuora.query.ExportQuery;
import java.time.Duration;
import java.util.List;

/**
 * One of Zuora's interfaces that answer queries by jobs. Errors that a caller may answer are {@link
 * bizops.tap.zuora.rest.ApiException}s. Thread-safe.
 */
public interface QueryJobs {
    /** What states and settings call it: {@code AQUA}, {@code REST}, {@code DATA_QUERY}. */
    String api();

    /** How many queries one job takes; all of a job see one snapshot. */
    int queriesPerJob();

    /** Whether a query can ask for deleted rows. */
    boolean tellsDeletions();

    /** How long results can be fetched. */
    Duration keepsFiles();

    /** The query as this interface reads it. */
    String text(ExportQuery query);

    /** Starts a job and answers its id. */
    String submit(List<NamedQuery> queries);

    /** How the job stands; an error of the kind NOT_FOUND if it is gone. */
    JobStatus status(String job);

    /** Ends a job that is no longer wanted; one that has ended already is no error. */
    void cancel(String job);
}
