package bizops.singer.testkit.tap;

import bizops.singer.testkit.line.Message;
import bizops.singer.testkit.run.Ended;
import bizops.singer.testkit.run.Executable;
import bizops.singer.testkit.run.Subject;
import bizops.singer.testkit.verdict.NothingToJudge;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The runs of one tap, each made when a rule first asks for it. Owned by one thread. */
final class TapRuns {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final byte[] NO_INPUT = {};

    private final Subject tap;
    private final TapOptions options;
    private final Path folder;
    private final Map<String, Ended> ended = new LinkedHashMap<>();

    /** @param folder for the files that are handed to the tap */
    TapRuns(Subject tap, TapOptions options, Path folder) {
        this.tap = tap;
        this.options = options;
        this.folder = folder;
    }

    TapOptions options() {
        return options;
    }

    Ended discovered() throws IOException, InterruptedException {
        return discover("discover");
    }

    Ended discoveredAgain() throws IOException, InterruptedException {
        return discover("discover again");
    }

    /** What is read: the given catalog, else all that was discovered. */
    Catalog catalog() throws IOException, InterruptedException {
        if (options.catalog().isPresent()) {
            return Catalog.of(JSON.readTree(options.catalog().get().toFile()));
        }
        return Catalog.of(Discovered.document(discovered())).withAllSelected();
    }

    /** A run over everything, from the given state if there is one. */
    Ended sync() throws IOException, InterruptedException {
        return run("sync", syncArguments());
    }

    /** The arguments of {@link #sync}. */
    List<String> syncArguments() throws IOException, InterruptedException {
        return arguments(wanted(), options.state());
    }

    /** A run from the last STATE of {@link #sync}. */
    Ended resumed() throws IOException, InterruptedException {
        return run(
                "resumed sync",
                arguments(wanted(), Optional.of(write("state.json", lastState().value()))));
    }

    /** The same from the whole STATE message. */
    Ended resumedFromMessage() throws IOException, InterruptedException {
        return run(
                "sync from a STATE message",
                arguments(
                        wanted(), Optional.of(write("wrapped.json", lastState().body()))));
    }

    /** A run over less: see {@link Narrowed}. */
    Ended narrowed(Narrowed less) throws IOException, InterruptedException {
        return run("narrowed sync", arguments(Optional.of(write("narrowed.json", less.catalog())), options.state()));
    }

    /** The last STATE of {@link #sync}. */
    Message lastState() throws IOException, InterruptedException {
        return sync().output().lastState().orElseThrow(() -> new NothingToJudge("the sync sent no STATE"));
    }

    /** A run with settings that are no JSON. */
    Ended badConfig() throws IOException, InterruptedException {
        if (options.configs().isEmpty()) {
            throw new NothingToJudge("the tap is run without --config");
        }
        Path broken = Files.writeString(folder.resolve("broken.json"), "{\"start_date\": \"2024-01-01T00:00:00Z\"");
        return run("sync with a broken config", List.of("--config", broken.toString()));
    }

    /** A run whose catalog does not exist. */
    Ended missingCatalog() throws IOException, InterruptedException {
        return run(
                "sync with a missing catalog",
                arguments(Optional.of(folder.resolve("no-such-catalog.json")), options.state()));
    }

    /** The tap as a process. */
    Executable process() {
        return tap.executable().orElseThrow(() -> new NothingToJudge("the tap runs inside this process"));
    }

    /** Every run that there has been. */
    Collection<Ended> all() {
        return List.copyOf(ended.values());
    }

    /** Keeps a run that a rule made by itself. */
    Ended keep(Ended run) {
        ended.put(run.name(), run);
        return run;
    }

    private Optional<Path> wanted() throws IOException, InterruptedException {
        if (options.catalog().isPresent() || !options.discovers()) {
            return options.catalog();
        }
        return Optional.of(write("catalog.json", catalog().document()));
    }

    private Ended discover(String name) throws IOException, InterruptedException {
        if (!options.discovers()) {
            throw new NothingToJudge("the tap is said to have no discovery");
        }
        List<String> arguments = arguments(Optional.empty(), Optional.empty());
        arguments.add("--discover");
        return run(name, arguments);
    }

    private List<String> arguments(Optional<Path> catalog, Optional<Path> state) {
        List<String> arguments = new ArrayList<>();
        options.configs().forEach(config -> arguments.addAll(List.of("--config", config.toString())));
        catalog.ifPresent(file -> arguments.addAll(List.of(options.catalogFlag(), file.toString())));
        state.ifPresent(file -> arguments.addAll(List.of("--state", file.toString())));
        return arguments;
    }

    private Ended run(String name, List<String> arguments) throws IOException, InterruptedException {
        Ended before = ended.get(name);
        return before != null ? before : keep(tap.run(name, arguments, NO_INPUT));
    }

    private Path write(String name, JsonNode content) throws IOException {
        Path file = folder.resolve(name);
        JSON.writeValue(file.toFile(), content);
        return file;
    }
}
