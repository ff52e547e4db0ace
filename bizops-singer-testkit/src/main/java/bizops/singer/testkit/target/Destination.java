package bizops.singer.testkit.target;

import bizops.singer.error.ConfigException;
import bizops.singer.testkit.run.Ended;
import bizops.singer.testkit.run.Executable;
import bizops.singer.testkit.run.Limits;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Where a target loads to, so that values can be judged as well. */
@FunctionalInterface
public interface Destination {
    /**
     * The rows of a stream's table, each one JSON object on a line; empty if there is no table. Columns beyond the
     * stream's own do no harm.
     *
     * @throws IOException with the reason if it cannot be looked into
     */
    List<String> rows(String stream) throws IOException, InterruptedException;

    /** A shell command that prints the rows of the stream named by {@code $1}. */
    static Destination command(String command) {
        return stream -> {
            Ended dump = new Executable(List.of("sh", "-c", command, "sh", stream), Map.of(), Limits.defaults())
                    .run("dump of " + stream, List.of(), new byte[0]);
            if (dump.exit() != 0) {
                throw new ConfigException("the command of --dump failed; " + dump);
            }
            return dump.stdout().lines().toList();
        };
    }
}
