package bizops.tap.salesforce.auth;

import bizops.singer.error.ConfigException;
import bizops.singer.error.RemoteException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** Keeps two processes, and two taps of one process, from using one token store at a time. Owned by one thread. */
final class StoreLock {
    private static final int TRIES = 50;
    private static final long PAUSE_MILLIS = 100;

    private final Path store;
    private final Path file;
    private @Nullable FileLock held;

    StoreLock(Path store) {
        this.store = store;
        this.file = store.resolveSibling(store.getFileName() + ".lock");
    }

    /** Waits some seconds for the lock; a store that another run keeps locked means "try later". */
    void take() {
        for (int i = 0; held == null; i++) {
            if (i == TRIES) {
                throw RemoteException.tryLater(
                        "another run uses the refresh token of " + store
                                + ", and each use of it would end the other's session: run again when it has ended",
                        null);
            }
            held = attempt();
            if (held == null) {
                pause();
            }
        }
    }

    void release() {
        FileLock lock = held;
        held = null;
        if (lock != null) {
            try {
                lock.acquiredBy().close();
            } catch (IOException gone) {
                throw new UncheckedIOException(gone);
            }
        }
    }

    private @Nullable FileLock attempt() {
        try {
            Files.createDirectories(store.resolveSibling("").toAbsolutePath());
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = tryLock(channel);
            if (lock == null) {
                channel.close();
            }
            return lock;
        } catch (IOException unwritable) {
            throw new ConfigException(
                    "'token_store' " + store + " cannot be written (" + unwritable.getMessage()
                            + "): set it to a file in a folder that can, and that lasts from run to run",
                    unwritable);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException inThisProcess) {
            return null;
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw RemoteException.tryLater("interrupted while waiting for the token store", stopped);
        }
    }
}
