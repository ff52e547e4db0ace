package bizops.target;

import bizops.singer.error.BizopsException;
import bizops.target.acknowledge.StateWriter;
import bizops.target.batch.Batch;
import bizops.target.batch.BatchLimits;
import bizops.target.batch.Exchange;
import bizops.target.load.Loader;
import bizops.target.load.UserSql;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The run: a thread of its own reads messages into a batch, and the calling thread writes the batch before it, commits,
 * and only then prints the STATE that it covers.
 */
final class TargetPostgres {
    private static final long COUNTS_EVERY = Duration.ofSeconds(60).toNanos();
    private static final int SECONDS_TO_STOP = 30;

    private final Loader loader;
    private final StateWriter states;
    private final Exchange exchange;
    private final Intake intake;
    private final SqlSettings sql;
    private final RecordCounts counts = new RecordCounts();
    private long countedAt = System.nanoTime();
    private volatile boolean stopped;

    TargetPostgres(Loader loader, StateWriter states, BatchLimits limits, IntakeSettings settings, SqlSettings sql) {
        this.loader = loader;
        this.states = states;
        this.exchange = new Exchange(limits);
        this.intake = new Intake(settings, counts);
        this.sql = sql;
    }

    /** Loads all messages; what came before an error is committed and its STATE printed before the error is thrown. */
    void run(Source source) throws Exception {
        Thread reader = new Thread(() -> read(source), "read");
        reader.setDaemon(true);
        connect(reader);
        try {
            write();
        } catch (BizopsException failed) {
            exchange.end(failed);
            throw failed;
        } finally {
            intake.tell();
            counts.tell();
        }
        Optional<Exception> failure = exchange.failure();
        if (failure.isPresent()) {
            throw failure.get();
        }
        if (!stopped) {
            sql.after().ifPresent(loader::run);
        }
    }

    /**
     * Ends the run early, from another thread: what has been read completely is written, within 30 seconds, and {@link
     * #run} returns.
     */
    void stop() {
        stopped = true;
        exchange.end(null);
        sql.before().ifPresent(UserSql::stop);
        sql.after().ifPresent(UserSql::stop);
        Thread limit = new Thread(this::abortWhenLate, "stop");
        limit.setDaemon(true);
        limit.start();
    }

    /** Connects while the first messages are read, unless SQL comes first: if that is stopped, nothing is loaded. */
    private void connect(Thread reader) {
        Optional<UserSql> first = sql.before();
        try {
            if (first.isEmpty()) {
                reader.start();
            }
            loader.connect();
            if (first.isPresent()) {
                loader.run(first.get());
                reader.start();
            }
        } catch (RuntimeException failed) {
            exchange.end(failed);
            throw failed;
        }
    }

    private void abortWhenLate() {
        try {
            if (!exchange.awaitWritten(SECONDS_TO_STOP, TimeUnit.SECONDS)) {
                loader.abort();
            }
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
        }
    }

    private void write() throws InterruptedException {
        for (Optional<Batch> next = exchange.take(); next.isPresent(); next = exchange.take()) {
            Batch batch = next.get();
            loader.write(batch);
            counts.loaded(batch);
            if (batch.state().isPresent()) {
                states.acknowledge(batch.state().get());
            }
            if (System.nanoTime() - countedAt > COUNTS_EVERY) {
                countedAt = System.nanoTime();
                counts.tell();
            }
        }
    }

    private void read(Source source) {
        try {
            if (source.read(exchange, intake)) {
                boolean unused = exchange.fill(intake::finish);
                exchange.end(null);
            }
        } catch (Exception failed) {
            exchange.end(failed);
        }
    }
}
