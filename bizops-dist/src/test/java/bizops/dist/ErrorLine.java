package bizops.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;

/** The one line in which a program says why it ended. */
public final class ErrorLine {
    private ErrorLine() {}

    /** The last line of the log, which must be the only one of its kind, with no trace and no secret anywhere. */
    public static String of(String level, String program, String log, String... secrets) {
        List<String> lines = log.lines().toList();
        assertThat(lines).as(log).isNotEmpty();
        String last = lines.get(lines.size() - 1);
        System.err.println("error line: " + last);
        assertThat(last).as(log).startsWith(level + " " + program + ": ");
        assertThat(lines)
                .as(log)
                .filteredOn(line -> line.startsWith("CRITICAL ") || line.startsWith(level + " " + program + ": "))
                .hasSize(1);
        clean(log, secrets);
        return last;
    }

    /** Nothing in the log looks like a stack trace, and no secret is in it. */
    static void clean(String log, String... secrets) {
        assertThat(log.lines())
                .as(log)
                .noneMatch(
                        line -> line.startsWith("\tat ") || line.startsWith("Caused by") || line.contains("Exception"));
        assertThat(Stream.of(secrets)).as(log).noneMatch(log::contains);
    }
}
