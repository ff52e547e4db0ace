package bizops.transform.model;

import bizops.singer.error.ConfigException;
import bizops.transform.config.ProjectFile;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a test of the user's own: a query that must return no row, with {@code -- severity: warn} above it or without. */
final class OwnTest {
    private static final Pattern LINE = Pattern.compile("(?m)^--\\s*severity:\\s*(\\S+)\\s*$");
    private static final List<String> SEVERITIES = List.of("error", "warn");

    private OwnTest() {}

    static Audit parse(ProjectFile file) {
        OwnFile<Audit.Header> own = OwnFile.parse(file, Audit.Header.class);
        Matcher line = LINE.matcher(file.text());
        Optional<String> written = own.header().map(header -> String.valueOf(header.severity()));
        String severity = written.orElse(line.find() ? line.group(1) : "error");
        if (!SEVERITIES.contains(severity)) {
            throw new ConfigException(file.path() + ": severity must be error or warn, got " + severity);
        }
        return new Audit(
                file.name(),
                severity.equals("error"),
                own.header()
                        .flatMap(header -> Optional.ofNullable(header.model()))
                        .orElse(file.path()),
                own.header()
                        .flatMap(header -> Optional.ofNullable(header.says()))
                        .orElse("rows of " + file.path()),
                own.statement(),
                Optional.empty());
    }
}
