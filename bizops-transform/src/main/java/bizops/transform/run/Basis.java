package bizops.transform.run;

import bizops.transform.audit.BuildLog;
import bizops.transform.publish.Published;
import bizops.transform.schema.Engine;
import bizops.transform.schema.Environment;
import java.util.Optional;
import org.jooq.DSLContext;

/** Whether the published build can be changed in place into the next one. */
final class Basis {
    private Basis() {}

    /**
     * Why everything must be made anew; empty when only what differs need be changed.
     *
     * @param rules of the build that is to be
     */
    static Optional<String> missing(
            DSLContext statements, Environment environment, Engine engine, BuildOptions options, String rules) {
        if (options.full()) {
            return Optional.of("--full");
        }
        if (engine != Engine.POSTGRES) {
            return Optional.of("on a cluster every build is a full one");
        }
        if (!new Published(statements, environment).isThere()) {
            return Optional.of("nothing is published yet");
        }
        if (!BuildLog.publishedRules(statements, environment.log()).equals(Optional.of(rules))) {
            return Optional.of("settings, seeds, mapping, models or columns of raw tables are others than before");
        }
        if (!BuildLog.publishedVersion(statements, environment.log()).equals(Optional.of(options.version()))) {
            return Optional.of("another version of the program made what is published");
        }
        return Optional.empty();
    }
}
