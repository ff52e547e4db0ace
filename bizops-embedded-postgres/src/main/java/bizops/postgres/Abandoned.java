package bizops.postgres;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Temporary servers of this user whose process was killed before it could remove them. */
final class Abandoned {
    static final String PREFIX = "bizops-postgres-";
    /** A server that is just starting may hold no lock yet. */
    private static final Duration SURELY_STARTED = Duration.ofMinutes(2);

    private Abandoned() {}

    /** Stops and removes them, as far as that is possible; never fails. */
    static void remove(Path temporary) {
        try (DirectoryStream<Path> candidates = Files.newDirectoryStream(temporary, PREFIX + "*")) {
            for (Path candidate : candidates) {
                Path data = candidate.resolve("data");
                if (isOld(data.resolve("epg-lock")) && Files.isWritable(candidate) && !LeftOver.isOwned(data)) {
                    LeftOver.stop(data);
                    new ServerDirectory(candidate, Optional.empty()).delete();
                }
            }
        } catch (IOException e) {
            System.getLogger(Abandoned.class.getName())
                    .log(System.Logger.Level.DEBUG, "a temporary server cannot be removed: " + e.getMessage());
        }
    }

    private static boolean isOld(Path lock) throws IOException {
        return Files.exists(lock)
                && Files.getLastModifiedTime(lock)
                        .toInstant()
                        .isBefore(Instant.now().minus(SURELY_STARTED));
    }
}
