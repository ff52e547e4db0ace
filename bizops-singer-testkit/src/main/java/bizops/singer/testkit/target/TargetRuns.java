package bizops.singer.testkit.target;

import bizops.singer.testkit.run.Ended;
import bizops.singer.testkit.run.Executable;
import bizops.singer.testkit.run.Subject;
import bizops.singer.testkit.verdict.NothingToJudge;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The runs of one target, each made when a rule first asks for it. Owned by one thread. */
final class TargetRuns {
    /** Its first STATE comes before the broken line, its second behind. */
    static final Feed BROKEN = Feed.named("broken-json");

    private final Subject target;
    private final TargetOptions options;
    private final Path folder;
    private final Map<String, Ended> ended = new LinkedHashMap<>();
    private @Nullable Acceptance acceptance;

    /** @param folder for the files that are handed to the target */
    TargetRuns(Subject target, TargetOptions options, Path folder) {
        this.target = target;
        this.options = options;
        this.folder = folder;
    }

    TargetOptions options() {
        return options;
    }

    /** The run over a whole stream of messages. */
    Ended fed(Feed feed) throws IOException, InterruptedException {
        Ended before = ended.get(feed.name());
        return before != null ? before : keep(target.run(feed.name(), arguments(), feed.bytes()));
    }

    /** The run over messages of which one is no JSON, between two STATEs. */
    Ended brokenOff() throws IOException, InterruptedException {
        Ended run = fed(BROKEN);
        if (run.exit() == 0) {
            throw new NothingToJudge("the broken line was no error");
        }
        return run;
    }

    /** What any target takes. */
    Acceptance acceptance() throws IOException, InterruptedException {
        if (acceptance == null) {
            acceptance = Acceptance.of(this, AcceptedFeeds.all());
        }
        return acceptance;
    }

    /** A run with settings that are no JSON. */
    Ended badConfig() throws IOException, InterruptedException {
        if (options.configs().isEmpty()) {
            throw new NothingToJudge("the target is run without --config");
        }
        String name = "a broken config";
        Path broken = Files.writeString(folder.resolve("broken.json"), "{\"host\": \"localhost\"");
        Ended before = ended.get(name);
        return before != null
                ? before
                : keep(target.run(
                        name,
                        List.of("--config", broken.toString()),
                        Feed.named("plain").bytes()));
    }

    /** The target as a process. */
    Executable process() {
        return target.executable().orElseThrow(() -> new NothingToJudge("the target runs inside this process"));
    }

    List<String> arguments() {
        List<String> arguments = new ArrayList<>();
        options.configs().forEach(config -> arguments.addAll(List.of("--config", config.toString())));
        return arguments;
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
}
