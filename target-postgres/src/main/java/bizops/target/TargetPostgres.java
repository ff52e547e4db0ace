package bizops.target;

import bizops.singer.error.InputException;
import bizops.singer.error.LoadException;
import bizops.singer.read.LineReader;
import bizops.target.acknowledge.StateWriter;
import bizops.target.batch.Batch;
import bizops.target.batch.BatchLimits;
import bizops.target.batch.Exchange;
import bizops.target.files.BatchFile;
import bizops.target.load.Loader;
import bizops.target.load.UserSql;
import bizops.target.validate.BadValues;
import java.io.IOException;
import java.io.InputStream;
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
    private final int maxMessageBytes;
    private long countedAt = System.nanoTime();
    private volatile boolean stopped;

    TargetPostgres(
            Loader loader,
            StateWriter states,
            BatchLimits limits,
            IntakeSettings settings,
            SqlSettings sql,
            int maxMessageBytes) {
        this.loader = loader;
        this.states = states;
        this.exchange = new Exchange(limits);
        this.intake = new Intake(settings, new BadValues(settings.nullsBadValues()), counts);
        this.sql = sql;
        this.maxMessageBytes = maxMessageBytes;
    }

    /** Loads all messages; what came before an error is committed and its STATE printed before the error is thrown. */
    void run(InputStream messages) throws Exception {
        loader.connect();
        sql.before().ifPresent(loader::run);
        Thread reader = new Thread(() -> read(messages), "read");
        reader.setDaemon(true);
        reader.start();
        try {
            write();
        } catch (LoadException failed) {
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

    private void abortWhenLate() {
        try {
            if (!exchange.awaitWritten(SECONDS_TO_STOP, TimeUnit.SECONDS)) {
                loader.abort();
            }
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
        }
    }

    private void write() throws IOException, InterruptedException {
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

    private void read(InputStream messages) {
        LineReader lines = new LineReader(messages, maxMessageBytes);
        try {
            while (lines.next()) {
                if (!readLine(lines) || !readFiles()) {
                    return;
                }
                if (intake.stateCame()) {
                    exchange.boundary();
                }
            }
            boolean unused = exchange.fill(intake::finish);
            exchange.end(null);
        } catch (IOException | RuntimeException failed) {
            exchange.end(failed);
        }
    }

    private boolean readLine(LineReader lines) throws IOException {
        try {
            return exchange.<IOException>fill(batch -> intake.read(lines, batch));
        } catch (InputException refused) {
            throw lines.terminated() ? refused : cut(lines, refused);
        }
    }

    /** Reads what the last line named; false if the run is to end. */
    private boolean readFiles() {
        for (BatchFile file : intake.takeFiles()) {
            try (InputStream in = file.open()) {
                LineReader records = new LineReader(in, maxMessageBytes);
                while (records.next()) {
                    if (!exchange.<IOException>fill(batch -> intake.readRecord(file, records, batch))) {
                        return false;
                    }
                }
            } catch (InputException refused) {
                throw file.in(refused);
            } catch (IOException unreadable) {
                throw file.unreadable(unreadable);
            }
        }
        return true;
    }

    private static InputException cut(LineReader lines, InputException refused) {
        return new InputException(
                "the input ends in the middle of line " + lines.number()
                        + ": the program that writes it died; everything before is loaded (" + refused.getMessage()
                        + ")",
                refused);
    }
}
