package bizops.target.load;

import bizops.singer.error.BizopsException;
import bizops.singer.error.LoadException;
import bizops.target.batch.Batch;
import bizops.target.connect.Database;
import bizops.target.connect.Failures;
import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeException;
import dev.failsafe.RetryPolicy;
import dev.failsafe.RetryPolicyBuilder;
import dev.failsafe.function.CheckedRunnable;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Commits batches over one long-lived connection. What may pass (a deadlock, a lost connection, a server that restarts)
 * is answered by running the batch again; when the connection broke during the commit itself, the server is asked first
 * whether it happened. Owned by the writing thread, except for {@link #abort}.
 */
public final class Loader implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Loader.class);
    private static final Duration FIRST_WAIT = Duration.ofMillis(250);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

    private final Database database;

    private final Duration patience;
    private final Numbers numbers = new Numbers();
    private final BatchLoader batches;
    private final @Nullable StateKeeper states;
    private volatile @Nullable Connection connection;
    private volatile boolean aborted;
    /** The transaction whose commit was sent and not answered. */
    private @Nullable SentCommit unknown;

    private boolean tableChangedOnce;

    /** @param patience how long a batch is tried again in all */
    public Loader(Database database, LoadSettings settings, Duration patience) {
        this.database = database;
        this.patience = patience;
        this.batches = new BatchLoader(settings, numbers);
        this.states = settings.state()
                .map(state -> new StateKeeper(state, settings, patience))
                .orElse(null);
    }

    /** Connects, so that wrong settings show before there is something to write. */
    public void connect() {
        repeat(() -> {
            Connection unused = connection();
        });
    }

    /** Runs it, over a connection of its own. */
    public void run(UserSql sql) {
        repeat(() -> sql.connect(database));
        sql.run();
    }

    /** Writes and commits the batch, and its STATE where that is kept; returns when it is durable. */
    public void write(Batch batch) {
        if (batch.steps().isEmpty() && !(states != null && states.isNews(batch))) {
            return;
        }
        tableChangedOnce = false;
        repeat(() -> attempt(batch));
    }

    /** Breaks off whatever runs, from another thread; nothing is tried again. */
    public void abort() {
        aborted = true;
        Connection current = connection;
        if (current != null) {
            try {
                current.abort(Runnable::run);
            } catch (SQLException broken) {
                LOG.debug("while breaking off", broken);
            }
        }
    }

    @Override
    public void close() {
        disconnect();
    }

    private void repeat(CheckedRunnable work) {
        RetryPolicyBuilder<Object> builder = RetryPolicy.builder()
                .handleIf(this::mayPass)
                .withBackoff(FIRST_WAIT, LONGEST_WAIT)
                .withJitter(0.2)
                .onRetry(event ->
                        LOG.warn("the database failed and is tried again: {}", told(event.getLastException())));
        RetryPolicy<Object> policy = patience.compareTo(FIRST_WAIT) > 0
                ? builder.withMaxRetries(-1).withMaxDuration(patience).build()
                : builder.withMaxRetries(0).build();
        try {
            Failsafe.with(policy).run(work);
        } catch (FailsafeException wrapped) {
            throw explained(wrapped.getCause() == null ? wrapped : wrapped.getCause());
        } catch (RuntimeException thrown) {
            throw explained(thrown);
        }
    }

    private static String told(@Nullable Throwable failure) {
        return failure == null ? "" : String.valueOf(failure.getMessage()).replaceAll("\\s+", " ");
    }

    private RuntimeException explained(Throwable failure) {
        if (failure instanceof SQLException refused) {
            return Failures.explain(refused, database, batches.at());
        }
        if (failure instanceof BizopsException known) {
            return known;
        }
        return failure instanceof RuntimeException defect ? defect : new IllegalStateException(failure);
    }

    private boolean mayPass(Throwable failure) {
        if (aborted || !(failure instanceof SQLException refused)) {
            return false;
        }
        if (Failures.isChangedTable(refused) && !tableChangedOnce) {
            tableChangedOnce = true;
            return true;
        }
        return Failures.isPassing(refused);
    }

    private void attempt(Batch batch) throws SQLException {
        Connection current = connection();
        if (unknown != null && unknown.tookPlace(current)) {
            committed();
            return;
        }
        unknown = null;
        try {
            current.setAutoCommit(false);
            if (states != null) {
                states.begin(current, batch);
            }
            batches.load(current, batch);
            if (states != null) {
                states.write(current, batch, batches.uncovered());
            }
            unknown = batches.outcome();
            batches.commit(current);
            committed();
        } catch (SQLException failed) {
            undo(current, failed);
            throw failed;
        } catch (LoadException refused) {
            undo(current, null);
            throw refused;
        }
    }

    private void committed() {
        unknown = null;
        batches.committed();
        if (states != null) {
            states.committed();
        }
    }

    private void undo(Connection current, @Nullable SQLException failed) {
        batches.forgetTables();
        if (failed != null && Failures.isConnection(failed)) {
            disconnect();
            return;
        }
        unknown = null;
        try {
            current.rollback();
        } catch (SQLException lost) {
            disconnect();
        }
    }

    private Connection connection() throws SQLException {
        Connection current = connection;
        if (current != null) {
            return current;
        }
        Connection opened = database.open();
        try {
            numbers.prepare(opened, states != null);
            if (states != null) {
                states.prepare(opened);
            }
            opened.setAutoCommit(false);
        } catch (SQLException | LoadException failed) {
            opened.close();
            throw failed;
        }
        connection = opened;
        return opened;
    }

    private void disconnect() {
        Connection current = connection;
        connection = null;
        if (current != null) {
            try {
                current.close();
            } catch (SQLException alreadyLost) {
                LOG.debug("while closing a broken connection", alreadyLost);
            }
        }
    }
}
