package bizops.target;

import bizops.singer.config.Config;
import bizops.singer.config.Problems;
import bizops.target.files.Manifest;
import java.nio.file.Path;
import java.util.Optional;

/** The setting that says where the files of BATCH messages lie; how they are written, each message says itself. */
final class BatchSettings {
    private BatchSettings() {}

    static Manifest manifest(Config config, Problems problems) {
        String root = JsonSetting.of(config, "batch_config")
                .path("storage")
                .path("root")
                .asText("");
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
}
