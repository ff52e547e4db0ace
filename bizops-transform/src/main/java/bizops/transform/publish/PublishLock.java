package bizops.transform.publish;

import static org.jooq.impl.DSL.function;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.val;

import bizops.singer.error.LoadException;
import bizops.transform.schema.Environment;
import java.time.Duration;
import org.jooq.DSLContext;
import org.jooq.Field;

/** The two advisory locks of an environment: one build at a time, and the moment of a swap. */
public final class PublishLock {
    /** How long the session of a build that has just ended, or was killed, may still be there. */
    private static final Duration GRACE = Duration.ofSeconds(3);

    private static final String PUBLISH_TIMEOUT = "10s";

    private static final Duration PAUSE = Duration.ofMillis(200);

    private PublishLock() {}

    /**
     * The key that a swap locks: {@code hashtextextended('bizops publish <marts schema>', 0)}. A reader of several tables
     * sees one build if it takes {@code pg_advisory_lock_shared} of it for its session, before the transaction in which
     * it reads: a lock taken inside would come after the snapshot.
     */
    static Field<Long> key(Environment environment) {
        return hash(environment.publishLock());
    }

    /**
     * Holds the build lock for the rest of the session.
     *
     * @throws LoadException try later, when another build still holds it after {@code waitSeconds}
     */
    public static void holdBuild(DSLContext statements, Environment environment, int waitSeconds)
            throws InterruptedException {
        Duration patience =
                GRACE.compareTo(Duration.ofSeconds(waitSeconds)) > 0 ? GRACE : Duration.ofSeconds(waitSeconds);
        long until = System.nanoTime() + patience.toNanos();
        while (!tryBuild(statements, environment)) {
            if (System.nanoTime() >= until) {
                throw LoadException.tryLater(
                        "another build of these schemas is running; wait for it, or set build_wait_seconds", null);
            }
            Thread.sleep(PAUSE.toMillis());
        }
    }

    /** Waits for readers that share the lock, and holds it until the transaction ends, which then publishes. */
    public static void takeForPublishing(DSLContext inside, Environment environment) {
        inside.select(function(
                        "set_config", String.class, inline("lock_timeout"), inline(PUBLISH_TIMEOUT), inline(true)))
                .fetch();
        inside.select(function("pg_advisory_xact_lock", Object.class, key(environment)))
                .fetch();
    }

    /** Keeps a publishing away until the session ends, so that several statements read one build. */
    public static void share(DSLContext statements, Environment environment) {
        statements
                .select(function("pg_advisory_lock_shared", Object.class, key(environment)))
                .fetch();
    }

    private static boolean tryBuild(DSLContext statements, Environment environment) {
        return statements
                .select(function("pg_try_advisory_lock", Boolean.class, hash(environment.buildLock())))
                .fetchSingle()
                .value1();
    }

    private static Field<Long> hash(String text) {
        return function("hashtextextended", Long.class, val(text), inline(0L));
    }
}
