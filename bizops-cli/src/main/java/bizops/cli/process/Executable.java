package bizops.cli.process;

import bizops.singer.cli.Version;
import bizops.singer.error.ConfigException;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A program to run: of this archive, or anybody's.
 *
 * @param path absolute
 * @param ours whether it is of this archive
 */
public record Executable(Path path, boolean ours) {
    /** Finds it: a path as it is, a name beside this program first and then on the search path. */
    public static Executable find(String nameOrPath, Optional<Installation> installation, String searchPath) {
        if (nameOrPath.contains(File.separator)) {
            return checked(Path.of(nameOrPath), installation);
        }
        Optional<Path> sibling = installation
                .map(tree -> tree.home().resolve("bin").resolve(nameOrPath))
                .filter(Files::isExecutable);
        if (sibling.isPresent()) {
            return new Executable(sibling.get().toAbsolutePath(), true);
        }
        for (String folder : searchPath.split(Pattern.quote(File.pathSeparator), -1)) {
            Path candidate = Path.of(folder).resolve(nameOrPath);
            if (!folder.isEmpty() && Files.isRegularFile(candidate) && Files.isExecutable(candidate)) {
                return checked(candidate, installation);
            }
        }
        throw new ConfigException("there is no program " + nameOrPath
                + ", neither beside bizops nor on the PATH; give its path, such as ./" + nameOrPath);
    }

    public String name() {
        return String.valueOf(path.getFileName());
    }

    /** Of a program of this archive. */
    public Optional<String> version() {
        return ours ? Optional.of(Version.current()) : Optional.empty();
    }

    private static Executable checked(Path path, Optional<Installation> installation) {
        Path absolute = path.toAbsolutePath().normalize();
        if (!Files.isRegularFile(absolute) || !Files.isExecutable(absolute)) {
            throw new ConfigException("there is no executable " + path + "; correct the path, or chmod +x it");
        }
        boolean ours = installation
                .map(tree -> absolute.startsWith(
                        tree.home().resolve("bin").toAbsolutePath().normalize()))
                .orElse(false);
        return new Executable(absolute, ours);
    }
}
