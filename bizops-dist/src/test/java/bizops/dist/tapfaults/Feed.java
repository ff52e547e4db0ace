package bizops.dist.tapfaults;

import bizops.dist.Catalogs;
import bizops.dist.TableRows;
import bizops.dist.Tree;
import bizops.dist.faults.Stored;
import bizops.sandbox.Sandbox;
import bizops.sandbox.fault.FaultName;
import bizops.sandbox.fault.TransportFault;
import bizops.singer.warehouse.StateLock;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One vendor's hourly loads into one schema, from the state that the database keeps. Owned by one thread. */
final class Feed {
    private static final int TRY_LATER = 75;
    /** How many in a hundred loads go another way than the usual one. */
    private static final int LOCKED = 2;

    private static final int CUT = 8;
    private static final int STRUCK = 30;
    private static final int MOVING = 60;
    private static final long LOOKS_MILLIS = 2;
    private static final Set<Integer> STRUCK_ENDS = Set.of(0, 1, TRY_LATER, 77);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Vendor vendor;
    private final Sandbox sandbox;
    private final Setting setting;
    private final History history;
    private final Random random;
    private final Admins admins;
    private final Set<FaultName> faults;
    private final Map<String, String> bookmarks = new TreeMap<>();
    private Optional<String> state = Optional.empty();
    private int way;
    private int loads;
    private int struck;
    private int killed;

    Feed(Vendor vendor, Sandbox sandbox, Setting setting, Random random) {
        this.vendor = vendor;
        this.sandbox = sandbox;
        this.setting = setting;
        this.history = new History(vendor, sandbox);
        this.random = random;
        this.admins = vendor.admins(sandbox, random);
        // A stall costs seconds each, and hidden fields leave nulls behind that no stamp tells of.
        this.faults = vendor.faults().stream()
                .filter(fault -> fault != TransportFault.STALL && !vendor.isOfDescriptions(fault))
                .collect(Collectors.toSet());
    }

    History history() {
        return history;
    }

    /** What the vendor's users do in this hour. */
    void change() {
        vendor.change(sandbox, random);
        history.observe();
    }

    /**
     * What the vendor's administrators do to its fields. Who is to read what came makes a new catalog; what went is often
     * still in the catalog when the tap reads next.
     */
    void administer() throws Exception {
        boolean gains = admins.change();
        history.observe();
        if (gains || random.nextBoolean()) {
            discover();
        }
    }

    /** Asks the tap for its catalog again. */
    void discover() throws Exception {
        Path config = config();
        InProcess.End asked = InProcess.tap(vendor.tap(), () -> {}, "--discover", "--config", config.toString());
        require(asked.exit() == 0, "discovery fails", asked.errors());
        Catalogs.select(
                JSON.readTree(asked.output().toByteArray()),
                setting.catalog(),
                vendor.streams().toArray(String[]::new));
    }

    /** Draws what the load of this hour meets; answers whether it needs the vendors for itself, as faults strike them all. */
    boolean isStruckNext() {
        way = random.nextInt(100);
        return way >= LOCKED && way < STRUCK;
    }

    boolean wasKilled() {
        return killed > 0;
    }

    /** A load that nothing disturbs. */
    void calm() throws Exception {
        loads++;
        good(false);
        checkState();
    }

    /** The load of this hour, as drawn: it may meet faults or a held lock. */
    void load() throws Exception {
        loads++;
        if (way < LOCKED) {
            lockedOut();
        } else if (way < CUT) {
            struck(true);
        } else if (way < STRUCK) {
            struck(false);
        } else {
            good(way < MOVING);
        }
        checkState();
    }

    /** A load as processes, one of which is killed. */
    void killed() throws Exception {
        loads++;
        killed++;
        Kill kill = Kill.drawn(random);
        Path folder = setting.directory().resolve("process-" + loads);
        Attempt attempt = Attempt.start(
                folder, setting, vendor, setting.catalog(), vendor.settings(sandbox), target(), state, false);
        if (attempt.awaitCommits(0)) {
            attempt.kill(kill.sooner());
        }
        attempt.await();
        checkState();
    }

    /** A load by {@code bizops run}, which is killed with all that it started, or is not. */
    void program(boolean isKilled) throws Exception {
        loads++;
        List<String> words = new ArrayList<>(List.of(
                Tree.program("bizops").toString(),
                "run",
                vendor.tap(),
                "target-postgres",
                "--tap-config",
                config().toString(),
                "--target-config",
                targetConfig().toString(),
                "--catalog",
                setting.catalog().toString()));
        Path log = setting.directory().resolve("bizops.log");
        Process process = new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        if (isKilled) {
            killed++;
            awaitRun(process);
            process.destroyForcibly().waitFor();
        } else {
            require(process.waitFor() == 0, "bizops run fails", Files.readString(log));
        }
        checkState();
    }

    /** Waits until the run has begun in the database, or the program has ended. */
    private void awaitRun(Process process) throws Exception {
        String begun = "SELECT EXISTS (SELECT FROM bizops.run WHERE ended_at IS NULL AND state_id = '" + name() + "')";
        try (Connection connection = setting.place().database().connect();
                var statement = connection.createStatement()) {
            while (process.isAlive()) {
                try (var row = statement.executeQuery(begun)) {
                    row.next();
                    if (row.getBoolean(1)) {
                        return;
                    }
                }
                TimeUnit.MILLISECONDS.sleep(LOOKS_MILLIS);
            }
        }
    }

    private void lockedOut() throws Exception {
        InProcess.End sent = send(() -> {});
        try (Connection other = setting.place().database().connect()) {
            require(StateLock.STATE.take(other, name()), "the lock is not free", "");
            Map<String, Object> impatient = target();
            impatient.put("retry_seconds", 1);
            InProcess.End end = InProcess.target(
                    sent.output().toByteArray(),
                    "--config",
                    written("target.json", impatient).toString());
            require(end.exit() == TRY_LATER, "a held lock ends the target with " + end.exit(), end.errors());
        }
        require(read().equals(state), "the state moved under a held lock", "");
    }

    private void struck(boolean cut) throws Exception {
        int fired = sandbox.faultsFired();
        if (!cut || random.nextBoolean()) {
            sandbox.faultsAtRandom(random.nextLong(), 0.01 + random.nextDouble() * 0.05, faults);
        }
        InProcess.End sent = send(random.nextBoolean() ? this::change : () -> {});
        boolean hit = sandbox.faultsFired() > fired;
        sandbox.clearFaults();
        struck += hit ? 1 : 0;
        require(
                sent.exit() == 0 || (hit && STRUCK_ENDS.contains(sent.exit())),
                "the tap ends with " + sent.exit(),
                sent.errors());
        byte[] messages = sent.output().toByteArray();
        if (cut && messages.length > 0) {
            messages = Arrays.copyOf(messages, random.nextInt(messages.length));
        }
        InProcess.End end =
                InProcess.target(messages, "--config", targetConfig().toString());
        require(end.exit() == 0 || (cut && end.exit() == 1), "the target ends with " + end.exit(), end.errors());
    }

    private void good(boolean moving) throws Exception {
        InProcess.End sent = send(moving ? this::change : () -> {});
        require(sent.exit() == 0, "undisturbed, the tap ends with " + sent.exit(), sent.errors());
        InProcess.End end = InProcess.target(
                sent.output().toByteArray(), "--config", targetConfig().toString());
        require(end.exit() == 0, "undisturbed, the target ends with " + end.exit(), end.errors());
    }

    private InProcess.End send(InProcess.Event meanwhile) throws Exception {
        List<String> arguments = new ArrayList<>(List.of(
                "--config", config().toString(), "--catalog", setting.catalog().toString()));
        if (state.isPresent()) {
            Path file = setting.directory().resolve("state.json");
            arguments.addAll(
                    List.of("--state", Files.writeString(file, state.get()).toString()));
        }
        return InProcess.tap(vendor.tap(), meanwhile, arguments.toArray(String[]::new));
    }

    private Optional<String> read() throws Exception {
        return Stored.read(setting.place(), name()).value();
    }

    /** Reads the state that the load has left: no bookmark is before what it was. */
    private void checkState() throws Exception {
        state = read();
        JsonNode now = state.isPresent() ? JSON.readTree(state.get()).path("bookmarks") : JSON.createObjectNode();
        now.properties().forEach(stream -> {
            String value = stream.getValue().path("replication_key_value").asText("");
            String before = bookmarks.getOrDefault(stream.getKey(), "");
            if (value.compareTo(before) < 0) {
                throw new IllegalStateException(vendor.tap() + ": the bookmark of " + stream.getKey() + " went from "
                        + before + " to " + value);
            }
            bookmarks.put(stream.getKey(), value);
        });
    }

    /** What its tables hold otherwise than the source. */
    List<String> differences() throws Exception {
        Map<String, Map<String, Map<String, @Nullable String>>> tables = new HashMap<>();
        for (String stream : vendor.streams()) {
            tables.put(
                    stream,
                    TableRows.read(
                            setting.place().database(), schema(), stream.toLowerCase(Locale.ROOT), vendor.key(stream)));
        }
        vendor.join(sandbox, tables);
        Differences differences = new Differences(vendor, new HashSet<>());
        for (String stream : vendor.streams()) {
            differences.compare(stream, history.of(stream), tables.getOrDefault(stream, Map.of()));
        }
        return differences.found();
    }

    int rows() {
        return vendor.streams().stream()
                .mapToInt(stream -> history.of(stream).size())
                .sum();
    }

    String counts() {
        return vendor.tap() + " " + loads + " loads, " + struck + " struck, " + killed + " killed, " + admins.changes()
                + " changes of fields, " + rows() + " rows";
    }

    private Map<String, Object> target() {
        Map<String, Object> target = setting.place().database().settings();
        target.put("default_target_schema", schema());
        target.put("state_id", name());
        return target;
    }

    private Path config() throws IOException {
        Map<String, Object> settings = vendor.settings(sandbox);
        // What is slow here is this machine.
        settings.computeIfPresent("request_timeout_seconds", (key, seconds) -> 30);
        settings.computeIfPresent("request_timeout", (key, seconds) -> 30);
        return written("tap.json", settings);
    }

    private Path targetConfig() throws IOException {
        return written("target.json", target());
    }

    private Path written(String file, Map<String, Object> settings) throws IOException {
        Path path = setting.directory().resolve(file);
        JSON.writeValue(path.toFile(), settings);
        return path;
    }

    private String name() {
        return vendor.tap().substring("tap-".length());
    }

    private String schema() {
        return "raw_" + name();
    }

    private void require(boolean good, String what, String said) {
        if (!good) {
            throw new IllegalStateException(
                    vendor.tap() + ", load " + loads + " at " + sandbox.now() + ": " + what + ": " + said.strip());
        }
    }
}
