package bizops.dist;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** SBOM.json and THIRD-PARTY of the archive, held against the jars that are really in it. */
final class BillOfMaterialsIT {
    @Test
    void namesExactlyTheJarsOfTheArchive() throws Exception {
        List<String> named = new ArrayList<>();
        for (JsonNode component : bill().path("components")) {
            named.add(component.path("name").asText() + "-"
                    + component.path("version").asText() + ".jar");
        }

        assertThat(named).containsExactlyInAnyOrderElementsOf(jars());
    }

    @Test
    void isCycloneDxWithoutATimeOrNumberThatEachBuildMakesAnew() throws Exception {
        JsonNode bill = bill();

        assertThat(bill.path("bomFormat").asText()).isEqualTo("CycloneDX");
        assertThat(bill.path("specVersion").asText()).isEqualTo("1.6");
        assertThat(bill.has("serialNumber")).isFalse();
        assertThat(bill.path("metadata").has("timestamp")).isFalse();
    }

    @Test
    void theTextNamesEveryLibraryWithItsLicence() throws Exception {
        String text = Files.readString(Tree.HOME.resolve("THIRD-PARTY"));

        for (JsonNode component : bill().path("components")) {
            String group = component.path("group").asText();
            if (!group.equals("bizops")) {
                assertThat(text)
                        .contains(group + ":" + component.path("name").asText() + " "
                                + component.path("version").asText() + "\n    ");
            }
        }
        assertThat(text).contains("Apache ECharts", "PostgreSQL");
    }

    private static JsonNode bill() throws IOException {
        return new ObjectMapper().readTree(Tree.HOME.resolve("SBOM.json").toFile());
    }

    private static List<String> jars() throws IOException {
        try (Stream<Path> files = Files.list(Tree.HOME.resolve("lib"))) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.endsWith(".jar"))
                    .toList();
        }
    }
}
