package bizops.tap.zuora.job;

import java.util.List;
import java.util.Optional;

/**
 * How a job stands. Immutable.
 *
 * @param finished whether nothing will change any more
 */
public record JobStatus(boolean finished, List<BatchStatus> batches) {
    public JobStatus {
        batches = List.copyOf(batches);
    }

    /** The query of that name; of a job with one query that one, for not every interface tells names. */
    Optional<BatchStatus> batch(String name) {
        if (batches.size() == 1) {
            return Optional.of(batches.get(0));
        }
        return batches.stream().filter(batch -> batch.name().equals(name)).findFirst();
    }
}
