package bizops.singer.testkit.run;

import bizops.singer.error.ConfigException;
import bizops.singer.testkit.line.Output;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/** A running program with its pipes in hand. Owned by one thread. */
public final class Live implements AutoCloseable {
    private final String name;
    private final Process process;
    private final Instant start = Instant.now();
    private final Pump stdout;
    private final Pump stderr;

    Live(String name, Process process) {
        this.name = name;
        this.process = process;
        this.stdout = new Pump(process.getInputStream());
        this.stderr = new Pump(process.getErrorStream());
        stderr.flow();
    }

    /** Reads its output from now on; before, it can print no more than a pipe holds. */
    public void read() {
        stdout.flow();
    }

    /** Reads one byte of its output and then no more. False if it ended, or the time was over, before it printed any. */
    public boolean readFirst(Duration longest) throws InterruptedException {
        return stdout.first(longest);
    }

    /** Nobody will read its output: its next write fails. */
    public void closeOutput() throws IOException {
        process.getInputStream().close();
    }

    /** Everything it has printed and we have read by now. */
    public String printed() {
        return new String(stdout.bytes(), StandardCharsets.UTF_8);
    }

    /**
     * Writes to its input; a pipe holds little, so it must be reading. It may also have ended, as it must for bad input:
     * its exit code is what is judged.
     */
    public void write(byte[] input) {
        try {
            process.getOutputStream().write(input);
            process.getOutputStream().flush();
        } catch (IOException readerGone) {
            // Its exit code says why.
        }
    }

    public void endInput() {
        try {
            process.getOutputStream().close();
        } catch (IOException readerGone) {
            // Its exit code says why.
        }
    }

    /** Writes to its input as fast as it reads; false if it has not taken all within {@code longest}. */
    public boolean write(byte[] input, Duration longest) throws InterruptedException {
        Thread writer = new Thread(() -> write(input), "singer-check-input");
        writer.setDaemon(true);
        writer.start();
        writer.join(longest.toMillis());
        return !writer.isAlive();
    }

    /** Writes its whole input on a thread of its own and ends it; the program may read as slowly as it likes. */
    void feed(byte[] input) {
        Thread writer = new Thread(
                () -> {
                    write(input);
                    endInput();
                },
                "singer-check-input");
        writer.setDaemon(true);
        writer.start();
    }

    /** SIGTERM; unlike {@link Process#destroy} this leaves the pipes open. False if it had ended already. */
    public boolean terminate() {
        return process.toHandle().destroy();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Waits for the end; after {@code longest} it is killed. */
    public Ended end(Duration longest) throws InterruptedException {
        boolean late = !process.waitFor(longest.toMillis(), TimeUnit.MILLISECONDS);
        if (late) {
            kill();
        }
        int exit = process.waitFor();
        stdout.flow();
        byte[] printed = stdout.all();
        String said = new String(stderr.all(), StandardCharsets.UTF_8);
        if (stdout.overflowed() || stderr.overflowed()) {
            throw new ConfigException(name + " printed more than " + Pump.LONGEST / 1024 / 1024
                    + " MiB; give it a smaller source, or select less with --catalog");
        }
        return new Ended(
                name,
                exit,
                late,
                Duration.between(start, Instant.now()),
                Output.of(name, printed),
                new String(printed, StandardCharsets.UTF_8),
                said);
    }

    /** Ends it, whatever it does. */
    @Override
    public void close() {
        if (process.isAlive()) {
            kill();
        }
    }

    private void kill() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.toHandle().destroyForcibly();
    }
}
