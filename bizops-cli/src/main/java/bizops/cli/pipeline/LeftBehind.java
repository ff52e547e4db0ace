package bizops.cli.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Folders with settings, of runs that had no time to remove them. Immutable.
 *
 * @param parent where they are
 * @param name what they begin with; the number of the process follows
 */
record LeftBehind(Path parent, String name) {
    private static final Duration AGE = Duration.ofHours(1);
    private static final Logger LOG = LoggerFactory.getLogger(LeftBehind.class);

    /** Another container may share the folder, and has numbers of its own for its processes. */
    private static boolean isOld(Path folder) throws IOException {
        return Files.exists(folder)
                && Files.getLastModifiedTime(folder)
                        .toInstant()
                        .isBefore(Instant.now().minus(AGE));
    }

    /** Removes those of processes that are gone, as far as they are this user's. */
    void remove() throws IOException {
        Pattern folder = Pattern.compile(Pattern.quote(name) + "(\\d{1,18})-.*");
        List<Path> all;
        try (Stream<Path> inside = Files.list(parent)) {
            all = inside.toList();
        }
        for (Path one : all) {
            Matcher named = folder.matcher(String.valueOf(one.getFileName()));
            if (named.matches()
                    && ProcessHandle.of(Long.parseLong(named.group(1))).isEmpty()
                    && isOld(one)) {
                try {
                    Workspace.remove(one);
                } catch (IOException anothers) {
                    LOG.debug("{} is another user's", one, anothers);
                }
            }
        }
    }
}
