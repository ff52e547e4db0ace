package bizops.target;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Databases with another encoding than UTF8: told at once, and no text is loaded otherwise than it came. */
final class EncodingsTest {
    private static final String SCHEMA =
            "{\"type\":\"SCHEMA\",\"stream\":\"s\",\"key_properties\":[\"id\"],\"schema\":{\"properties\":{"
                    + "\"id\":{\"type\":\"string\"}}}}";

    private final Loading loading = new Loading();

    @Test
    void aCharacterThatTheEncodingLacksEndsTheRunWithWhatToDo() {
        String database = use("LATIN1");

        assertThat(told())
                .singleElement()
                .asString()
                .startsWith("WARN database \"" + database
                        + "\" has the encoding LATIN1: a character that it lacks ends the run");
        Loading.Outcome refused = loading.load(SCHEMA, record("€"));

        assertThat(refused.errors())
                .contains("database \"" + database + "\" cannot hold every character (stream \"s\"): ")
                .contains("in encoding \"LATIN1\"")
                .endsWith("; load into a database whose encoding is UTF8\n")
                .hasLineCount(1);
        assertThat(loading.load(SCHEMA, record("é")).errors()).isEmpty();
    }

    @Test
    void aDatabaseWithoutAnEncodingKeepsTheBytes() {
        use("SQL_ASCII");

        assertThat(told()).singleElement().asString().contains("has the encoding SQL_ASCII: texts are kept as bytes");
        loading.loads(SCHEMA, record("€"), record("€"));
    }

    @Test
    void ofUtf8NothingIsSaid() {
        assertThat(told()).isEmpty();
    }

    private static String record(String text) {
        return "{\"type\":\"RECORD\",\"stream\":\"s\",\"record\":{\"id\":\"" + text + "\"}}";
    }

    private String use(String encoding) {
        String database = loading.database().name() + "_" + encoding.toLowerCase(Locale.ROOT);
        loading.execute("CREATE DATABASE " + database + " TEMPLATE template0 ENCODING '" + encoding + "' LOCALE 'C'");
        loading.with("database", '"' + database + '"');
        return database;
    }

    private List<String> told() {
        try (LogLines log = new LogLines()) {
            loading.loads(SCHEMA, record("a"));
            return log.warnings().stream()
                    .filter(line -> line.contains("encoding"))
                    .toList();
        }
    }
}
