package bizops.target;

import bizops.singer.config.Config;
import bizops.singer.config.Problems;
import bizops.target.files.Manifest;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.Optional;

/** The setting that says where the files of BATCH messages lie; how they are written, each message says itself. */
final class BatchSettings {
    private static final ObjectMapper JSON = new ObjectMapper();

    private BatchSettings() {}

    static Manifest manifest(Config config, Problems problems) {
        String root = root(config.json("batch_config").orElse("{}"));
        if (root.isEmpty()) {
            return new Manifest(Optional.empty());
        }
        Optional<Path> folder = Manifest.local(root);
        if (folder.isEmpty()) {
            problems.add(
                    "'batch_config': storage.root must be a folder of this machine (file://…), got \"" + root + '"');
        }
        return new Manifest(folder);
    }

    private static String root(String config) {
        try {
            return JSON.readTree(config).path("storage").path("root").asText("");
        } catch (JsonProcessingException checkedBefore) {
            throw new IllegalStateException(checkedBefore);
        }
    }
}
