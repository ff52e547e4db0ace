package bizops.singer.testkit;

import bizops.singer.testkit.run.Executable;
import bizops.singer.testkit.run.Limits;
import bizops.singer.testkit.tap.TapCheck;
import bizops.singer.testkit.tap.TapOptions;
import bizops.singer.testkit.target.Destination;
import bizops.singer.testkit.target.TargetCheck;
import bizops.singer.testkit.target.TargetOptions;
import bizops.singer.testkit.verdict.Check;
import bizops.singer.testkit.verdict.Judged;
import bizops.singer.testkit.verdict.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The taps and targets in the test resources, and their verdicts. */
final class Scripts {
    /** Short, because two scripts hang on purpose; a script that works ends within a tenth of it. */
    private static final Limits LIMITS = new Limits(Duration.ofSeconds(30), Duration.ofSeconds(6));

    /** What the scripts share is compiled once, and not beside them; an empty value is none, whatever the caller's is. */
    private static final Map<String, String> COMPILED = Map.of(
            "PYTHONPYCACHEPREFIX",
            Path.of("target", "python").toAbsolutePath().toString(),
            "PYTHONDONTWRITEBYTECODE",
            "");

    private Scripts() {}

    /** The scripts of a kind that have a defect; each is named by the rule that it breaks. */
    static List<Path> defective(String kind) throws IOException {
        try (Stream<Path> files = Files.list(folder(kind))) {
            return files.filter(file ->
                            file.toString().endsWith(".py") && !file.toString().contains("good_"))
                    .sorted()
                    .toList();
        }
    }

    static Path good(String kind, String language) {
        return folder(kind).resolve("good_" + kind + "." + language);
    }

    /** The rule that a script breaks: the part of its name before two dashes, which tell several from each other. */
    static String rule(Path script) {
        return String.valueOf(script.getFileName()).replaceFirst("\\.py$", "").replaceFirst("--.*", "");
    }

    static Map<String, Outcome> judgeTap(Path script, Path folder) throws Exception {
        Path config = Files.writeString(folder.resolve("config.json"), "{\"api_token\": \"correct-horse\"}\n");
        try (Check check = TapCheck.of(executable(script), TapOptions.config(config))) {
            return outcomes(check);
        }
    }

    /** Judges a target that keeps its tables as files in {@code folder}, their values included. */
    static Map<String, Outcome> judgeTarget(Path script, Path folder, boolean values) throws Exception {
        Path tables = Files.createDirectory(folder.resolve("tables"));
        Path config = Files.writeString(
                folder.resolve("config.json"), "{\"folder\": \"" + tables + "\", \"password\": \"correct-horse\"}\n");
        Destination files = stream -> rows(tables.resolve(stream));
        try (Check check = TargetCheck.of(
                executable(script),
                new TargetOptions(List.of(config), values ? Optional.of(files) : Optional.empty()))) {
            return outcomes(check);
        }
    }

    private static List<String> rows(Path table) throws IOException {
        return Files.exists(table) ? Files.readAllLines(table) : List.of();
    }

    private static Map<String, Outcome> outcomes(Check check) throws Exception {
        Map<String, Outcome> outcomes = new TreeMap<>();
        StringBuilder text = new StringBuilder();
        for (Judged judged : check.all(each -> {})) {
            outcomes.put(judged.rule().id(), judged.verdict().outcome());
            text.append(judged.rule().id()).append(' ').append(judged.verdict()).append('\n');
        }
        System.err.print(text); // shown by the build where a test fails
        return outcomes;
    }

    private static Executable executable(Path script) {
        List<String> command = script.toString().endsWith(".py")
                ? List.of("python3", "-S", script.toString()) // without site packages it starts in half the time
                : List.of("sh", script.toString());
        return new Executable(command, COMPILED, LIMITS);
    }

    private static Path folder(String kind) {
        return Path.of("src", "test", "resources", kind).toAbsolutePath();
    }
}
