package bizops.tap.zuora.job;

import bizops.tap.zuora.rest.ZuoraError;
import java.util.List;
import java.util.Optional;

/**
 * How one query of a job stands. Immutable.
 *
 * @param recordCount rows of the result; empty where the API does not say
 * @param error why it failed, if it did
 */
public record BatchStatus(
        String name, Stage stage, Optional<Long> recordCount, List<FileRef> files, Optional<ZuoraError> error) {

    /** What can become of a query. */
    public enum Stage {
        RUNNING,
        DONE,
        FAILED,
        /** Somebody cancelled it. */
        CANCELLED
    }

    public BatchStatus {
        files = List.copyOf(files);
    }

    static BatchStatus running(String name) {
        return new BatchStatus(name, Stage.RUNNING, Optional.empty(), List.of(), Optional.empty());
    }

    static BatchStatus cancelled(String name) {
        return new BatchStatus(name, Stage.CANCELLED, Optional.empty(), List.of(), Optional.empty());
    }

    static BatchStatus failed(String name, ZuoraError error) {
        return new BatchStatus(name, Stage.FAILED, Optional.empty(), List.of(), Optional.of(error));
    }

    static BatchStatus done(String name, Optional<Long> recordCount, List<FileRef> files) {
        return new BatchStatus(name, Stage.DONE, recordCount, files, Optional.empty());
    }
}
