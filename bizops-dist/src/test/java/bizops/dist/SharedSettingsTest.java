package bizops.dist;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One file of settings serves two programs. */
final class SharedSettingsTest {
    @Test
    void bizopsReadsItsConnectionAsTheTargetDoes() throws IOException {
        JsonNode cli = properties("/bizops/cli/store/settings.schema.json");
        JsonNode target = properties("/bizops/target/settings.schema.json");

        assertThat(cli).isNotEmpty();
        cli.properties()
                .forEach(setting ->
                        assertThat(setting.getValue()).as(setting.getKey()).isEqualTo(target.get(setting.getKey())));
    }

    @Test
    void oneSetOfColumnRulesServesTapsAndTarget() throws IOException {
        JsonNode tap = properties("/bizops/singer/tap/kit.settings.schema.json");
        JsonNode target = properties("/bizops/target/settings.schema.json");
        JsonNode audit = properties("/bizops/cli/audit/rules.settings.schema.json");

        for (String setting : List.of("column_rules", "column_rules_key")) {
            assertThat(tap.get(setting)).isNotNull().isEqualTo(target.get(setting));
            assertThat(audit.get(setting)).isEqualTo(target.get(setting));
        }
    }

    private static JsonNode properties(String resource) throws IOException {
        try (InputStream in = SharedSettingsTest.class.getResourceAsStream(resource)) {
            return new ObjectMapper().readTree(in).path("properties");
        }
    }
}
