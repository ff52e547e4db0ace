package bizops.dist;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.postgres.SharedPostgres;
import bizops.postgres.TestDatabase;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Text is UTF-8, whatever the system's locale knows of. */
final class LocaleIT {
    private static final String NAME = "größe";
    private static final String VALUE = "漢字 🎈 é";

    @TempDir
    private Path folder = Path.of("");

    @Test
    void namesValuesStatesAndErrorsKeepTheirCharactersInAnAsciiLocale() throws Exception {
        TestDatabase database = SharedPostgres.freshDatabase();
        Path config = folder.resolve("config.json");
        new ObjectMapper().writeValue(config.toFile(), database.settings());
        String schema =
                "{\"type\":\"SCHEMA\",\"stream\":\"" + NAME + "\",\"key_properties\":[],\"schema\":{\"properties\":{\""
                        + NAME + "\":{\"type\":\"string\"},\"n\":{\"type\":\"integer\"}}}}\n";
        Path messages = Files.writeString(
                folder.resolve("messages"),
                schema + "{\"type\":\"RECORD\",\"stream\":\"" + NAME + "\",\"record\":{\"" + NAME + "\":\"" + VALUE
                        + "\"}}\n{\"type\":\"STATE\",\"value\":\"" + VALUE + "\"}\n{\"type\":\"RECORD\",\"stream\":\""
                        + NAME
                        + "\",\"record\":{\"n\":\"" + VALUE + "\"}}\n",
                StandardCharsets.UTF_8);

        Run run = Run.of(
                Map.of("LC_ALL", "C", "LANG", "C"),
                Tree.program("target-postgres"),
                "--config",
                config.toString(),
                "--input",
                messages.toString());

        assertThat(run.exit()).as(run.stderr()).isEqualTo(1);
        assertThat(run.stdout()).isEqualTo("\"" + VALUE + "\"\n");
        assertThat(run.stderr()).contains("stream \"" + NAME + "\", field \"n\": \"" + VALUE + "\" is no whole number");
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT \"" + NAME + "\" FROM \"" + NAME + "\"")) {
            assertThat(row.next()).isTrue();
            assertThat(row.getString(1)).isEqualTo(VALUE);
        }
    }
}
