package bizops.cli.history;

import bizops.singer.error.ConfigException;
import bizops.singer.error.Suggestion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The folder of logs, a folder a run. Immutable. */
public final class Logs {
    private static final String SUFFIX = ".log";

    private final Path folder;

    public Logs(Path folder) {
        this.folder = folder;
    }

    /** The names of the runs, the newest first. */
    public List<String> runs() throws IOException {
        return names(folder).stream().sorted(Comparator.reverseOrder()).toList();
    }

    /** All lines of a run in the order of their times, each with its step; {@code latest} is the newest run. */
    public List<String> lines(String run) throws IOException {
        Path files = folder.resolve(known(run));
        List<String> lines = new ArrayList<>();
        for (String file : names(files)) {
            String step = file.substring(0, file.length() - SUFFIX.length());
            for (String line : read(files.resolve(file))) {
                int time = line.indexOf(' ');
                lines.add(line.substring(0, time + 1) + step + ": " + line.substring(time + 1));
            }
        }
        // Lines of the same moment stay in the order of their file.
        lines.sort(Comparator.comparing(line -> line.substring(0, line.indexOf(' '))));
        return lines;
    }

    /** The lines of one step of a run. */
    public List<String> lines(String run, String step) throws IOException {
        Path files = folder.resolve(known(run));
        List<String> steps = names(files).stream()
                .map(file -> file.substring(0, file.length() - SUFFIX.length()))
                .toList();
        if (!steps.contains(step)) {
            throw new ConfigException("run " + run + " has no log of '" + step + "'; there are: "
                    + String.join(", ", steps) + Suggestion.hint(step, steps));
        }
        return read(files.resolve(step + SUFFIX));
    }

    /** Deletes the logs of runs that began before, unless it is {@code dry}; answers how many. */
    public int prune(Instant before, boolean dry) throws IOException {
        int deleted = 0;
        for (String run : names(folder)) {
            Path files = folder.resolve(run);
            if (Files.isDirectory(files)
                    && Files.getLastModifiedTime(files).toInstant().isBefore(before)) {
                deleted++;
                if (dry) {
                    continue;
                }
                for (String file : names(files)) {
                    Files.delete(files.resolve(file));
                }
                Files.delete(files);
            }
        }
        return deleted;
    }

    /** The full name of a run that is given by its beginning. */
    private String known(String run) throws IOException {
        List<String> runs = runs();
        if (run.equals("latest") && !runs.isEmpty()) {
            return runs.get(0);
        }
        List<String> fitting = runs.stream()
                .filter(name -> !run.isEmpty() && name.startsWith(run))
                .toList();
        if (fitting.size() != 1) {
            throw new ConfigException((fitting.isEmpty() ? "no log of a run '" : "several logs of runs begin with '")
                    + run + "' in " + folder + "; bizops logs lists them");
        }
        return fitting.get(0);
    }

    private static List<String> read(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.contains(" "))
                .toList();
    }

    private static List<String> names(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.map(one -> String.valueOf(one.getFileName())).sorted().toList();
        }
    }
}
