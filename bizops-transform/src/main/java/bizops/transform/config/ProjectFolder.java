package bizops.transform.config;

import bizops.singer.config.Problems;
import bizops.singer.error.Suggestion;
import bizops.transform.schema.Layer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads the models, tests and seeds of the user's own beside the known files. Owned by one thread. */
final class ProjectFolder {
    private static final Pattern NAME = Pattern.compile("[a-z_][a-z0-9_]{0,58}");
    private static final List<String> LAYERS =
            Stream.of(Layer.values()).map(Layer::id).toList();

    private final Path folder;
    private final Problems problems;

    ProjectFolder(Path folder, Problems problems) {
        this.folder = folder;
        this.problems = problems;
    }

    Project read() {
        List<ProjectFile> models = new ArrayList<>();
        for (Path file : files(folder.resolve("models"), ".sql")) {
            text(file).filter(this::isInLayer).forEach(models::add);
        }
        List<ProjectFile> tests = new ArrayList<>();
        for (Path file : files(folder.resolve("tests"), ".sql")) {
            text(file).forEach(tests::add);
        }
        List<OwnSeed> seeds = new ArrayList<>();
        for (Path file : files(folder.resolve("seeds"), ".csv")) {
            if (isNamed(path(file), name(file))) {
                new OwnSeedFile(file, name(file), problems).read().ifPresent(seeds::add);
            }
        }
        return new Project(List.copyOf(models), List.copyOf(tests), List.copyOf(seeds), strayFiles());
    }

    private boolean isInLayer(ProjectFile file) {
        if (file.path().split("/", -1).length != 3 || !LAYERS.contains(file.folder())) {
            problems.add(file.path() + ": a model lies in models/LAYER/NAME.sql, LAYER being one of "
                    + String.join(", ", LAYERS));
            return false;
        }
        return isNamed(file.path(), file.name());
    }

    private boolean isNamed(String path, String name) {
        boolean is = NAME.matcher(name).matches();
        if (!is) {
            problems.add(
                    path + ": the file's name becomes the relation's: at most 59 lower-case letters, digits and _");
        }
        return is;
    }

    private Stream<ProjectFile> text(Path file) {
        return SeedText.read(file, path(file), problems).map(text -> new ProjectFile(path(file), text)).stream();
    }

    private List<String> strayFiles() {
        List<String> known = Project.knownFiles();
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> !known.contains(name) && (name.endsWith(".csv") || isMisspelled(name)))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static boolean isMisspelled(String name) {
        return Suggestion.nearest(name, Project.knownFiles())
                .filter(known -> !known.endsWith(".csv"))
                .isPresent();
    }

    private List<Path> files(Path root, String ending) {
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(ending) && Files.isRegularFile(file))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private String path(Path file) {
        List<String> names = new ArrayList<>();
        folder.relativize(file).forEach(name -> names.add(name.toString()));
        return String.join("/", names);
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName()).replaceFirst("\\.[^.]*$", "");
    }
}
