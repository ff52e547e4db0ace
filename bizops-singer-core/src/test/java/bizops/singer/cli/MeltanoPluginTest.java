package bizops.singer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.singer.config.SettingsSchema;
import java.util.List;
import org.junit.jupiter.api.Test;

final class MeltanoPluginTest {
    private static final String SETTINGS = """
            {"required": ["token"], "properties": {
              "token": {"type": "string", "secret": true, "description": "Says \\"me\\".", "x-env": ["SHOP_TOKEN", "T"]},
              "pages": {"type": ["null", "integer"], "default": 5, "description": "How many."},
              "mode": {"type": "string", "enum": ["a", "b"], "description": "Which."},
              "start_date": {"type": "string", "format": "date-time", "description": "Since when."}}}
            """;

    @Test
    void aProgramIsAPluginWithAllItsSettings() {
        About about = new About("tap-shop", "Reads it.", List.of("audit", "catalog"), SettingsSchema.parse(SETTINGS));

        assertThat(about.in("Meltano")).isEqualTo("""
                name: tap-shop
                variant: bizops
                namespace: tap_shop
                label: "Shop"
                description: "Reads it."
                executable: tap-shop
                capabilities: [catalog]
                settings_group_validation:
                - ["token"]
                settings:
                - name: token
                  label: "Token"
                  kind: string
                  sensitive: true
                  env: SHOP_TOKEN
                  description: "Says \\"me\\"."
                - name: pages
                  label: "Pages"
                  kind: integer
                  value: 5
                  description: "How many."
                - name: mode
                  label: "Mode"
                  kind: options
                  options:
                  - {label: "a", value: "a"}
                  - {label: "b", value: "b"}
                  description: "Which."
                - name: start_date
                  label: "Start date"
                  kind: date_iso8601
                  description: "Since when.\"""");
    }
}
