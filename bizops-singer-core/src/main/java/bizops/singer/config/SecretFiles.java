package bizops.singer.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.HashSet;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at who can read the files in which secrets stand: a warning each, or a problem where strictness is asked for. A
 * CI runner gives its jobs files that everybody can read, so that refusing them always would break those. Owned by one
 * thread.
 */
public final class SecretFiles {
    private static final Logger LOG = LoggerFactory.getLogger(SecretFiles.class);

    private final Strictness strictness;
    private final Problems problems;
    private final Set<String> told = new HashSet<>();

    public SecretFiles(Strictness strictness, Problems problems) {
        this.strictness = strictness;
        this.problems = problems;
    }

    /** Told that {@code file} holds the value of a secret setting. */
    public void hold(String setting, String file) {
        if (!isOpenToOthers(file) || !told.add(file)) {
            return;
        }
        String found = "others can read " + file + ", which holds the secret '" + setting + "': chmod 600 it";
        if (strictness.isStrict()) {
            problems.add(found + ", or leave out --strict");
        } else {
            LOG.warn("{}", found);
        }
    }

    /** Of regular files alone: a pipe or a terminal keeps nothing. */
    private static boolean isOpenToOthers(String file) {
        try {
            Path path = Path.of(file);
            if (!Files.isRegularFile(path)) {
                return false;
            }
            Set<PosixFilePermission> rights = Files.getPosixFilePermissions(path);
            return rights.contains(PosixFilePermission.GROUP_READ) || rights.contains(PosixFilePermission.OTHERS_READ);
        } catch (IOException | UnsupportedOperationException | InvalidPathException unknown) {
            return false;
        }
    }
}
