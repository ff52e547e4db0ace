package bizops.transform.cli;

import bizops.singer.cli.Terminal;
import bizops.singer.error.ConfigException;
import bizops.singer.error.UsageException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The branches of a repository, one a line, as a name or as {@code git ls-remote --heads} prints it. Stateless. */
final class Branches {
    private static final String HEADS = "refs/heads/";

    private Branches() {}

    /**
     * Reads them from a file, or from standard input.
     *
     * @param file {@code -} for standard input
     * @param known a branch without which the list cannot be whole; may be empty
     * @throws UsageException where nothing is in it, or not that branch
     */
    static List<String> read(String file, String known, Terminal terminal) {
        List<String> branches = text(file, terminal)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .map(line -> line.contains(HEADS) ? line.substring(line.indexOf(HEADS) + HEADS.length()) : line)
                .toList();
        if (branches.isEmpty()) {
            throw new UsageException(
                    "--branches names no branch, so that everything would be dropped; give it the output"
                            + " of git ls-remote --heads origin");
        }
        if (!known.isEmpty() && !branches.contains(known)) {
            throw new UsageException("--branches does not name " + known + ", the default branch, so that it cannot be"
                    + " whole; give it the output of git ls-remote --heads origin");
        }
        return branches;
    }

    private static String text(String file, Terminal terminal) {
        try {
            return file.equals("-")
                    ? new String(terminal.stdin().readAllBytes(), StandardCharsets.UTF_8)
                    : Files.readString(Path.of(file));
        } catch (IOException unreadable) {
            throw new ConfigException("--branches " + file + " cannot be read: " + unreadable.getMessage(), unreadable);
        }
    }
}
