package bizops.tap.zuora.read;

import bizops.singer.error.RemoteException;
import bizops.singer.task.Background;
import bizops.tap.zuora.file.ResultFile;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A page whose job was submitted before the turn of the page: its files are fetched while the page before is read. Owned
 * by the run's thread.
 */
final class NextPage {
    private final Part part;
    private final @Nullable JobMark job;
    private final @Nullable RemoteException failure;
    private final @Nullable Background<List<ResultFile>> files;

    private NextPage(
            Part part,
            @Nullable JobMark job,
            @Nullable RemoteException failure,
            @Nullable Background<List<ResultFile>> files) {
        this.part = part;
        this.job = job;
        this.failure = failure;
        this.files = files;
    }

    static NextPage submitted(Part part, JobMark job, Background<List<ResultFile>> files) {
        return new NextPage(part, job, null, files);
    }

    /** One whose job could not be submitted. */
    static NextPage failed(Part part, RemoteException why) {
        return new NextPage(part, null, why, null);
    }

    /** Whether it holds these rows. */
    boolean is(Part other) {
        return part.equals(other.withoutJob());
    }

    /** Whether the job answers the query of that hash. */
    boolean answers(String queryHash) {
        return job == null || job.queryHash().equals(queryHash);
    }

    /** The page's turn has come: its job, or the reason why there is none. */
    JobMark job() {
        if (failure != null) {
            throw failure;
        }
        return Optional.ofNullable(job).orElseThrow();
    }

    /** The files, waited for; none if they could not be had, which whoever asks for the job again is told. */
    List<ResultFile> files() {
        return files == null ? List.of() : files.result();
    }

    Optional<Background<List<ResultFile>>> work() {
        return Optional.ofNullable(files);
    }
}
