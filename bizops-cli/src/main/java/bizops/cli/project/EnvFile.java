package bizops.cli.project;

import bizops.singer.config.Strictness;
import bizops.singer.error.ConfigException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Variables in a file {@code .env} beside {@code bizops.yml}, a {@code NAME=value} a line. Stateless. */
final class EnvFile {
    private static final Pattern LINE = Pattern.compile("(?:export\\s+)?([A-Za-z_]\\w*)=(.*)");
    private static final Pattern QUOTED = Pattern.compile("\"(.*)\"|'(.*)'");

    private EnvFile() {}

    /** What it holds; nothing where there is none. That others can read it is a warning, or an error under strictness. */
    static Map<String, String> read(Path file, Strictness strictness, Consumer<String> warnings) {
        Map<String, String> variables = new LinkedHashMap<>();
        if (!Files.exists(file)) {
            return variables;
        }
        try {
            warn(file, strictness, warnings);
            List<String> lines = Files.readAllLines(file);
            for (int i = 0; i < lines.size(); i++) {
                String line = lines.get(i).strip();
                if (!line.isEmpty() && !line.startsWith("#")) {
                    Matcher set = LINE.matcher(line);
                    if (!set.matches()) {
                        throw new ConfigException(
                                file.getFileName() + ", line " + (i + 1) + ": no NAME=value; correct it");
                    }
                    variables.put(set.group(1), plain(set.group(2)));
                }
            }
            return variables;
        } catch (IOException unreadable) {
            throw new ConfigException(file + " cannot be read: " + unreadable.getMessage(), unreadable);
        }
    }

    private static void warn(Path file, Strictness strictness, Consumer<String> warnings) throws IOException {
        Set<PosixFilePermission> rights = Files.getPosixFilePermissions(file);
        if (rights.contains(PosixFilePermission.OTHERS_READ) || rights.contains(PosixFilePermission.GROUP_READ)) {
            if (strictness.isStrict()) {
                throw new ConfigException("others can read " + file + ": chmod 600 it, or leave out --strict");
            }
            warnings.accept("WARNING bizops: others can read " + file + "; chmod 600 it");
        }
    }

    private static String plain(String value) {
        Matcher quoted = QUOTED.matcher(value.strip());
        if (!quoted.matches()) {
            return value.strip();
        }
        return quoted.group(1) != null ? quoted.group(1) : quoted.group(2);
    }
}
