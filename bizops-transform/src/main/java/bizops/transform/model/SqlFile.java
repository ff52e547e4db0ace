package bizops.transform.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;

/**
 * A file of SQL that begins with a comment in YAML. Immutable.
 *
 * @param header what the comment says
 * @param sql what follows it
 */
record SqlFile<T>(T header, String sql) {
    private static final YAMLMapper YAML = new YAMLMapper();

    /** Parts the text of file {@code where}; a wrong header is a defect of that file. */
    static <T> SqlFile<T> parse(String where, String text, Class<T> headerType) {
        int end = text.indexOf("*/");
        if (!text.startsWith("/*") || end < 0) {
            throw new IllegalStateException(where + ": does not begin with a header comment");
        }
        try {
            T header = YAML.readValue(text.substring(2, end), headerType);
            return new SqlFile<>(header, text.substring(end + 2).strip());
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException(where + ": header: " + broken.getOriginalMessage(), broken);
        }
    }
}
