package bizops.postgres;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A server that still runs although the process that started it is gone. */
final class LeftOver {
    private static final long PATIENCE_SECONDS = 30;

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
            server.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while stopping process " + server.pid(), e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException(
                    "a PostgreSQL left running on " + data + " does not stop: process " + server.pid(), e);
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
        // The number may have gone to another program since: a postgres is what must be running there.
        return ProcessHandle.of(Long.parseLong(lines.get(0).trim()))
                .filter(ProcessHandle::isAlive)
                .filter(process -> process.info()
                        .command()
                        .map(command -> command.contains("postgres"))
                        .orElse(false));
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
