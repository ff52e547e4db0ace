package bizops.cli.doctor;

import java.io.IOException;
import java.util.List;

/** Looks at one thing. */
interface Check {
    /** What it found; whatever is wrong is a finding. */
    List<Finding> findings() throws IOException, InterruptedException;
}
