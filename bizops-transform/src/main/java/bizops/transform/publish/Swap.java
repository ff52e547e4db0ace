package bizops.transform.publish;

import static org.jooq.impl.DSL.function;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;

import bizops.singer.error.LoadException;
import bizops.transform.connect.SqlFailure;
import bizops.transform.schema.Environment;
import bizops.transform.schema.Layer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts a finished build in the live one's place. Renaming a schema waits for no reader: open statements finish on the
 * old tables, new ones find the new. Owned by one thread.
 */
public final class Swap {
    private static final Logger LOG = LoggerFactory.getLogger(Swap.class);
    private static final String LOCK_TIMEOUT = "10s";

    private final DSLContext statements;
    private final Environment environment;
    private final boolean rebind;

    /** @param rebind re-create users' views on the new tables; else any such view stops the publishing */
    public Swap(DSLContext statements, Environment environment, boolean rebind) {
        this.statements = statements;
        this.environment = environment;
        this.rebind = rebind;
    }

    /**
     * Publishes; either all of it or nothing.
     *
     * @param before what belongs to the same transaction
     */
    public void publish(Consumer<DSLContext> before) {
        List<Dependent> dependents = dependents();
        refuse(dependents);
        try {
            statements.transaction(transaction -> {
                before.accept(transaction.dsl());
                swap(transaction.dsl(), dependents);
            });
        } catch (DataAccessException failure) {
            throw SqlFailure.of("publishing", failure);
        }
        dropOld();
    }

    private void swap(DSLContext inside, List<Dependent> dependents) {
        PublishLock.takeForPublishing(inside, environment);
        for (Layer layer : Layer.values()) {
            if (exists(inside, environment.live(layer))) {
                new Grants(inside).copy(environment.live(layer), environment.next(layer));
            }
        }
        for (Layer layer : Layer.values()) {
            rename(inside, environment.previous(layer), environment.old(layer));
            rename(inside, environment.live(layer), environment.previous(layer));
            rename(inside, environment.next(layer), environment.live(layer));
        }
        dependents.forEach(view -> recreate(inside, view));
    }

    private static void recreate(DSLContext inside, Dependent view) {
        try {
            if (view.options().isEmpty()) {
                inside.query(
                                "create or replace view {0} as {1}",
                                name(view.schema(), view.name()), DSL.raw(view.definition()))
                        .execute();
            } else {
                inside.query(
                                "create or replace view {0} with ({1}) as {2}",
                                name(view.schema(), view.name()), DSL.raw(view.options()), DSL.raw(view.definition()))
                        .execute();
            }
        } catch (DataAccessException failure) {
            throw SqlFailure.of("publishing: " + view + " cannot be moved to the new tables", failure);
        }
    }

    private List<Dependent> dependents() {
        List<String> own = Stream.of(Layer.values())
                .flatMap(layer -> Stream.of(
                        environment.live(layer),
                        environment.next(layer),
                        environment.previous(layer),
                        environment.old(layer)))
                .toList();
        List<String> live = Stream.of(Layer.values())
                .flatMap(layer ->
                        Stream.of(environment.live(layer), environment.previous(layer), environment.old(layer)))
                .toList();
        return Dependents.of(statements, live, own);
    }

    private void refuse(List<Dependent> dependents) {
        List<String> stuck = new ArrayList<>();
        dependents.stream()
                .filter(dependent -> !rebind || !dependent.isRebindable())
                .forEach(dependent -> stuck.add(dependent.toString()));
        if (!stuck.isEmpty()) {
            throw LoadException.permanent(
                    "publishing would leave behind " + String.join(", ", stuck)
                            + (rebind
                                    ? "; only views can be moved to the new tables: drop it, and make it again after the build"
                                    : "; use --on-dependents rebind to move views to the new tables, or drop them"),
                    null);
        }
    }

    /** The build before the last one; a reader that still holds it makes it wait for the next build. */
    private void dropOld() {
        try {
            statements.transaction(transaction -> {
                DSLContext inside = transaction.dsl();
                set(inside, "lock_timeout", LOCK_TIMEOUT);
                for (Layer layer : List.of(Layer.MARTS, Layer.CORE, Layer.STAGING)) {
                    inside.dropSchemaIfExists(name(environment.old(layer)))
                            .cascade()
                            .execute();
                }
            });
        } catch (DataAccessException held) {
            LOG.warn(
                    "the build before the last stays until the next one: {}",
                    SqlFailure.of("drop", held).getMessage());
        }
    }

    /** Drops what an earlier build could not, so that the name is free. */
    public void dropLeftOver() {
        dropOld();
    }

    private static void rename(DSLContext inside, String from, String to) {
        if (exists(inside, from)) {
            inside.alterSchema(name(from)).renameTo(name(to)).execute();
        }
    }

    private static boolean exists(DSLContext inside, String schema) {
        return inside.fetchExists(DSL.selectOne()
                .from(DSL.table(name("pg_catalog", "pg_namespace")))
                .where(DSL.field(name("nspname")).cast(String.class).eq(schema)));
    }

    private static void set(DSLContext inside, String setting, String value) {
        inside.select(function("set_config", String.class, inline(setting), inline(value), inline(true)))
                .fetch();
    }
}
