package bizops.transform.incremental;

import static org.jooq.impl.DSL.name;

import bizops.singer.error.LoadException;
import bizops.transform.connect.SqlFailure;
import bizops.transform.publish.PublishLock;
import bizops.transform.schema.Environment;
import java.util.function.Consumer;
import org.jooq.DSLContext;
import org.jooq.Name;
import org.jooq.exception.DataAccessException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts the published tables right row by row, in one transaction: every reader sees the build before or this one, whatever
 * its isolation, and views, grants and comments stay as they are. Owned by one thread.
 */
public final class InPlace {
    private static final Logger LOG = LoggerFactory.getLogger(InPlace.class);
    private static final Name GONE = name(Change.GONE);
    private static final String DELETE =
            "delete from {0} r where r.ctid = any (array(select g.{2} from {1} g where g.{2} is not null))";
    private static final String INSERT = "insert into {0} ({3}) select {3} from {1} g where g.{2} is null";

    private final DSLContext statements;
    private final Environment environment;

    public InPlace(DSLContext statements, Environment environment) {
        this.statements = statements;
        this.environment = environment;
    }

    /**
     * Publishes; either all of it or nothing.
     *
     * @param before what belongs to the same transaction
     */
    public void publish(Deltas deltas, Consumer<DSLContext> before) {
        long started = System.nanoTime();
        try {
            statements.transaction(transaction -> {
                DSLContext inside = transaction.dsl();
                PublishLock.takeForPublishing(inside, environment);
                before.accept(inside);
                deltas.all().forEach(change -> apply(inside, change));
            });
        } catch (DataAccessException failure) {
            throw SqlFailure.of("publishing", failure);
        }
        LOG.info(
                "changed in place: {} tables, {} rows, {} ms",
                deltas.all().size(),
                deltas.all().stream().mapToLong(Change::dirty).sum(),
                (System.nanoTime() - started) / 1_000_000);
    }

    private static void apply(DSLContext inside, Change change) {
        long gone = inside.query(DELETE, change.live(), change.rows(), GONE).execute();
        if (gone != change.gone() || Differences.file(inside, change.live()) != change.file()) {
            throw LoadException.permanent(
                    "table " + change.live() + " was changed by somebody else while the build ran;"
                            + " nothing is published: run bizops-transform build --full",
                    null);
        }
        inside.query(INSERT, change.live(), change.rows(), GONE, change.shape().bare())
                .execute();
    }
}
