package bizops.tap.salesforce.bulk;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** What a version of the Bulk API does with the job of one read. Owned by one thread, but for downloads. */
interface JobService {
    /** What the position of a job carries: a job of another version is not taken up. */
    String version();

    /**
     * Orders the rows of the read in any order.
     *
     * @param columns the fields to select
     * @return the job's id
     */
    String create(List<String> columns);

    /** How the job is now. */
    BulkJob poll(String job);

    /** Ends a running job. */
    void abort(String job);

    /** Tidies up behind a job whose pages are all read. */
    void done(String job);

    /**
     * The paths of a complete job's pages, one after the other.
     *
     * @param locator where to go on; empty from the first page
     * @return empty if there is no such place
     */
    Optional<Supplier<Optional<String>>> pages(String job, Optional<String> locator);

    /** Downloads one page; several may run side by side. */
    ResultPage page(String path, List<String> columns);
}
