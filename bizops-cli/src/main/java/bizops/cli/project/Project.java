package bizops.cli.project;

import bizops.singer.config.Problems;
import bizops.singer.config.Strictness;
import bizops.singer.error.ConfigException;
import bizops.singer.error.Suggestion;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/** A {@code bizops.yml} that is right as far as can be told without running anything. Immutable. */
public final class Project {
    /** Its name where none is given. */
    public static final String FILE = "bizops.yml";

    private final LocatedYaml yaml;
    private final Path folder;
    private final Map<String, String> variables;

    private Project(LocatedYaml yaml, Path folder, Map<String, String> variables) {
        this.yaml = yaml;
        this.folder = folder;
        this.variables = variables;
    }

    /**
     * Reads it.
     *
     * @param environment the variables of the process; they win over those of {@code .env}
     * @throws ConfigException with every problem, each with file, line and key
     */
    public static Project read(Path file, Map<String, String> environment, Consumer<String> warnings) {
        LocatedYaml yaml = YamlReader.read(String.valueOf(file.getFileName()), text(file));
        Set<String> problems = new TreeSet<>(new ByLine());
        ProjectSchema.check(yaml, problems::add);
        ReferenceCheck.check(yaml, problems::add);
        SecretCheck.check(yaml, problems::add);
        AlertCheck.check(yaml, problems::add);
        if (!problems.isEmpty()) {
            throw new ConfigException(List.copyOf(problems));
        }
        Path folder = file.toAbsolutePath().normalize().resolveSibling("");
        Map<String, String> variables =
                new HashMap<>(EnvFile.read(folder.resolve(".env"), Strictness.of(environment), warnings));
        variables.putAll(environment);
        return new Project(yaml, folder, variables);
    }

    /** Where the file is; other files are named from there. */
    public Path folder() {
        return folder;
    }

    /** Whether there is one pipeline alone, which need not be named. */
    public boolean hasOnePipeline() {
        return yaml.root().path("pipelines").size() == 1;
    }

    /** One pipeline in one environment; an empty name means the only one, or the default. */
    public Job job(String pipeline, String environment) {
        Problems problems = new Problems();
        JobReader reader = new JobReader(yaml, folder, environment(environment), problems);
        Job job = reader.job(chosen(pipeline, "pipelines", "a pipeline: bizops run PIPELINE"));
        problems.throwIfAny();
        return job;
    }

    /** A pipeline of all taps, for what is done to taps alone. */
    public Job everything(String environment) {
        Problems problems = new Problems();
        Job job = new JobReader(yaml, folder, environment(environment), problems).everything();
        problems.throwIfAny();
        return job;
    }

    /** A pipeline of nothing, for what concerns the database and the logs alone. */
    public Job database(String environment) {
        Problems problems = new Problems();
        Job job = new JobReader(yaml, folder, environment(environment), problems).nothing();
        problems.throwIfAny();
        return job;
    }

    /** Who may do what in an environment. */
    public GrantsSpec grants(String environment) {
        Problems problems = new Problems();
        GrantsSpec grants = new JobReader(yaml, folder, environment(environment), problems).grants();
        problems.throwIfAny();
        return grants;
    }

    private Environment environment(String asked) {
        String name = asked.isEmpty() ? variables.getOrDefault("BIZOPS_ENVIRONMENT", "") : asked;
        if (!yaml.root().has("environments") && name.isEmpty()) {
            return EnvironmentReader.read(yaml, "default", variables);
        }
        String known = name.isEmpty() ? yaml.root().path("default_environment").asText() : name;
        return EnvironmentReader.read(
                yaml,
                chosen(
                        known,
                        "environments",
                        "an environment: --environment, BIZOPS_ENVIRONMENT or" + " default_environment"),
                variables);
    }

    private String chosen(String name, String section, String how) {
        List<String> names = new ArrayList<>();
        yaml.root().path(section).fieldNames().forEachRemaining(names::add);
        if (name.isEmpty() && names.size() == 1) {
            return names.get(0);
        }
        if (name.isEmpty()) {
            throw new ConfigException(
                    yaml.file() + " has several " + section + " (" + String.join(", ", names) + "); name " + how);
        }
        if (!names.contains(name)) {
            throw new ConfigException(yaml.file() + " has no '" + name + "' among its " + section + " ("
                    + String.join(", ", names) + ")" + Suggestion.hint(name, names));
        }
        return name;
    }

    private static String text(Path file) {
        try {
            if (!Files.exists(file)) {
                throw new ConfigException("there is no " + file + "; bizops init makes one");
            }
            return Files.readString(file);
        } catch (CharacterCodingException otherEncoding) {
            throw new ConfigException(file + " is not written in UTF-8; save it so", otherEncoding);
        } catch (IOException unreadable) {
            throw new ConfigException(file + " cannot be read: " + unreadable.getMessage(), unreadable);
        }
    }
}
