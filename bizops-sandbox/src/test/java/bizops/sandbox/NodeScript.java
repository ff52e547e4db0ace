package bizops.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;

/** A script for Node in {@code src/test/js} that prints JSON; {@code install.sh} there installs what it needs. */
final class NodeScript {
    private static final Path SCRIPTS = Path.of("src/test/js").toAbsolutePath();

    private NodeScript() {}

    /** What a script printed; the test is skipped without Node or the package that the script drives. */
    static JsonNode run(String neededPackage, String... command) throws IOException, InterruptedException {
        assumeTrue(
                Files.isDirectory(SCRIPTS.resolve("node_modules").resolve(neededPackage)),
                neededPackage + " is not installed: run bizops-sandbox/src/test/js/install.sh");
        assumeTrue(nodeRuns(), "node is not on the path");
        File errors = File.createTempFile("node", ".err");
        errors.deleteOnExit();
        List<String> words = new ArrayList<>(List.of("node"));
        words.addAll(List.of(command));
        Process node = new ProcessBuilder(words)
                .directory(SCRIPTS.toFile())
                .redirectError(errors)
                .start();
        String out = new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(node.waitFor()).as(Files.readString(errors.toPath())).isZero();
        return new JsonMapper().readTree(out);
    }

    private static boolean nodeRuns() throws InterruptedException {
        try {
            return new ProcessBuilder("node", "--version")
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        }
    }

    static List<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
