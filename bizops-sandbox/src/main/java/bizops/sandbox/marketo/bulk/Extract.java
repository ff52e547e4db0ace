package bizops.sandbox.marketo.bulk;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of a job as they were when it ran: they never change, so the file can be made again at any time. */
interface Extract {
    /** How many rows there are. */
    int size();

    /** One row's values in the order of the job's fields; null where there is none. */
    List<@Nullable Object> row(int number);
}
