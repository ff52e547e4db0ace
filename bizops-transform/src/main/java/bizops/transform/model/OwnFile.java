package bizops.transform.model;

import bizops.singer.error.ConfigException;
import bizops.singer.error.Suggestion;
import bizops.transform.config.ProjectFile;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.List;
import java.util.Optional;

/**
 * A SQL file of the user's own, whose header comment may be missing. Immutable.
 *
 * @param header what the comment says
 */
record OwnFile<T>(ProjectFile file, Optional<T> header, Statement statement) {
    private static final YAMLMapper YAML = new YAMLMapper();

    /** @throws ConfigException naming file and line */
    static <T> OwnFile<T> parse(ProjectFile file, Class<T> headerType) {
        String text = file.text();
        int end = text.startsWith("/*") ? text.indexOf("*/") : -1;
        Optional<T> header =
                end < 0 ? Optional.empty() : Optional.ofNullable(header(file, text.substring(2, end), headerType));
        int start = end < 0 ? 0 : end + 2;
        while (start < text.length() && Character.isWhitespace(text.charAt(start))) {
            start++;
        }
        String sql = text.substring(start).stripTrailing();
        if (sql.endsWith(";")) {
            sql = sql.substring(0, sql.length() - 1);
        }
        if (sql.isBlank()) {
            throw new ConfigException(file.path() + ": holds no query");
        }
        int firstLine = 1
                + (int) text.substring(0, start)
                        .chars()
                        .filter(one -> one == '\n')
                        .count();
        return new OwnFile<>(file, header, Statement.parse(new SqlPlace(file.path(), firstLine), sql));
    }

    private static <T> T header(ProjectFile file, String yaml, Class<T> headerType) {
        try {
            return YAML.readValue(yaml, headerType);
        } catch (UnrecognizedPropertyException unknown) {
            List<String> known =
                    unknown.getKnownPropertyIds().stream().map(String::valueOf).toList();
            String name = unknown.getPropertyName();
            throw new ConfigException(file.path() + ", line " + lineOf(name, yaml) + ": header: unknown '" + name + "'"
                    + Suggestion.hint(name, known));
        } catch (JsonProcessingException broken) {
            String line = broken.getLocation() == null
                    ? ""
                    : ", line " + broken.getLocation().getLineNr();
            throw new ConfigException(file.path() + line + ": header: "
                    + broken.getOriginalMessage().lines().findFirst().orElse(""));
        }
    }

    /** The parser itself knows only where it stood when it noticed. */
    private static long lineOf(String name, String yaml) {
        return 1 + yaml.lines().takeWhile(line -> !line.startsWith(name)).count();
    }
}
