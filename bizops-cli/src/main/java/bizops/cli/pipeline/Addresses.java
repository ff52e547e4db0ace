package bizops.cli.pipeline;

import bizops.cli.project.Job;
import bizops.cli.store.Address;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;

/** Where a job keeps states and runs. Stateless. */
public final class Addresses {
    private Addresses() {}

    /** The database of {@code warehouse}; what it does not say is in target-postgres's settings and variables. */
    public static Address of(Job job, Workspace workspace) throws IOException {
        return of(job, job.warehouse().objectNode(), workspace);
    }

    /** The same with other settings over it, such as another login. */
    public static Address of(Job job, ObjectNode over, Workspace workspace) throws IOException {
        ObjectNode settings = job.warehouse().deepCopy();
        if (job.target().program().equals("target-postgres")) {
            job.target().settings().properties().forEach(one -> settings.set(one.getKey(), one.getValue()));
        }
        settings.remove("state_id");
        over.properties().forEach(one -> settings.set(one.getKey(), one.getValue()));
        return Address.of(
                List.of(workspace.file("store", settings).toString()),
                job.environment().variables());
    }
}
