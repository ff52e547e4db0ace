package bizops.cli.alert;

import bizops.cli.project.Job;
import bizops.singer.error.ConfigException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** The file that node_exporter's textfile collector reads: one for each pipeline in each environment. Stateless. */
final class PrometheusFile {
    private PrometheusFile() {}

    /** Writes it whole, or not at all: the collector may read at any moment. It takes no file but those of this ending. */
    static void write(Path folder, Job job, String text) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new ConfigException("there is no folder " + folder + "; make it, or correct prometheus_folder");
        }
        String name = ("bizops_" + job.environment().name() + "_" + job.pipeline()).replaceAll("[^A-Za-z0-9_-]", "_");
        Path aside = folder.resolve(name + ".prom." + ProcessHandle.current().pid());
        try {
            Files.writeString(aside, text);
            Files.move(aside, folder.resolve(name + ".prom"), StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(aside);
        }
    }
}
