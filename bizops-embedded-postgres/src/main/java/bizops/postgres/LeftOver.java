package bizops.postgres;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A server that still runs although the process that started it is gone. */
final class LeftOver {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofMillis(10);

    private LeftOver() {}

    /** Stops the server on {@code data} if there is one; an error if a living process owns it. */
    static void stop(Path data) throws IOException {
        Optional<ProcessHandle> running = running(data);
        if (running.isEmpty()) {
            return;
        }
        if (isOwned(data)) {
            throw new IOException(data + " is in use by another process; end that one or choose another directory");
        }
        // The fast shutdown. SIGTERM would wait until every client has left.
        end(running.get(), "INT", data);
    }

    /** Ends the server on {@code data}, if there is one, without writing what its memory holds. */
    static void kill(Path data) throws IOException {
        Optional<ProcessHandle> running = running(data);
        if (running.isPresent()) {
            end(running.get(), "QUIT", data);
        }
    }

    private static void end(ProcessHandle server, String signal, Path data) throws IOException {
        try {
            new ProcessBuilder("kill", "-" + signal, Long.toString(server.pid()))
                    .start()
                    .waitFor();
            long until = System.nanoTime() + PATIENCE.toNanos();
            while (serves(server, data)) {
                if (System.nanoTime() > until) {
                    throw new IOException(
                            "a PostgreSQL left running on " + data + " does not stop: process " + server.pid());
                }
                Thread.sleep(PAUSE.toMillis());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while stopping process " + server.pid(), e);
        }
    }

    private static Optional<ProcessHandle> running(Path data) throws IOException {
        Path pidFile = data.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(pidFile);
        if (lines.isEmpty()) {
            return Optional.empty();
        }
        return ProcessHandle.of(Long.parseLong(lines.get(0).trim())).filter(process -> serves(process, data));
    }

    /**
     * The number may have gone to another program since, even to another server: a postgres that was started on {@code
     * data} is what must be running there. One that has ended and whose end nobody has asked for yet, as in a container
     * whose first process does not, counts as alive but has no program any more.
     */
    static boolean serves(ProcessHandle process, Path data) {
        ProcessHandle.Info info = process.info();
        return process.isAlive()
                && info.command().map(command -> command.contains("postgres")).orElse(false)
                && info.arguments()
                        .map(arguments -> List.of(arguments).contains(data.toString()))
                        .orElse(true);
    }

    /** True while the process that started the server on {@code data} lives. */
    static boolean isOwned(Path data) throws IOException {
        Path lockFile = data.resolve("epg-lock");
        if (!Files.exists(lockFile)) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            return lock == null;
        } catch (OverlappingFileLockException e) {
            return true;
        }
    }
}
