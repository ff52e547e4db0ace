package bizops.dist.tapfaults;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.dist.Catalogs;
import bizops.dist.Pipeline;
import bizops.dist.Tree;
import bizops.postgres.SharedPostgres;
import bizops.postgres.TestDatabase;
import bizops.sandbox.Sandbox;
import bizops.sandbox.SandboxOptions;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Planted secrets, and personal values under a rule, are searched for in all that programs leave: logs at {@code
 * --debug}, errors, messages, states, catalogs, {@code --about}, the process list, tables, rejected records. {@code
 * -Dbizops.tapfault.tap=zuora} for one tap.
 */
final class SecretsIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String TAP = System.getProperty("bizops.tapfault.tap", "");
    private static final double SCALE = 0.02;
    private static final double RATE = 0.3;
    private static final String NOTHING = "";

    @TempDir
    private Path directory = Path.of("");

    static List<Persons> persons() {
        return Vendors.PERSONS.stream()
                .filter(persons -> persons.vendor().tap().endsWith(TAP))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("persons")
    void aLoadThroughFaultsTellsNothing(Persons persons) throws Exception {
        try (Sandbox sandbox = planted(persons)) {
            Map<String, Object> tap = persons.settings(sandbox);
            addRules(tap, persons);
            TestDatabase database = SharedPostgres.freshDatabase();
            Evidence evidence = new Evidence(persons, sandbox).secret(database.password());
            Path catalog = catalog(persons, tap);
            sandbox.faultsAtRandom(1, RATE, Set.copyOf(persons.vendor().passing()));

            Pipeline load = load(persons, tap, catalog, NOTHING, target(database));
            Set<String> processes = CommandLines.whileRunning(load);

            assertThat(sandbox.faultsFired()).isPositive();
            assertThat(load.exit(0)).as(load.log(0)).isZero();
            assertThat(processes)
                    .anyMatch(line -> line.contains(persons.vendor().tap()));
            evidence.add("process list", String.join("\n", processes));
            tells(evidence, load, database).tellsNothing();
            assertThat(evidence.text("table bizops.state"))
                    .as("the stored state")
                    .contains("bookmarks");
        }
    }

    @ParameterizedTest
    @MethodSource("persons")
    void recordsThatTheTargetRejectsAreKeptAsTheRulesLeaveThem(Persons persons) throws Exception {
        try (Sandbox sandbox = planted(persons)) {
            Map<String, Object> tap = persons.settings(sandbox);
            TestDatabase database = SharedPostgres.freshDatabase();
            Map<String, Object> target = target(database);
            addRules(target, persons);
            target.put("on_bad_value", "reject");
            Evidence evidence = new Evidence(persons, sandbox);

            Pipeline load = load(persons, tap, catalog(persons, tap), persons.spoiling(), target);
            load.await();

            assertThat(load.exit(3)).as(load.log(3)).isZero();
            evidence.database(database).add("target", load.log(3) + String.join("\n", load.output()));
            assertThat(evidence.text("table raw._sdc_rejected"))
                    .as("rejected records")
                    .contains("perhaps");
            evidence.tellsNothing();
        }
    }

    @ParameterizedTest
    @MethodSource("persons")
    void failuresTellNothing(Persons persons) throws Exception {
        try (Sandbox sandbox = planted(persons)) {
            Evidence evidence = new Evidence(persons, sandbox);
            Map<String, Object> wrong = persons.wrongLogin(sandbox);
            addRules(wrong, persons);
            Map<String, Object> right = persons.settings(sandbox);
            addRules(right, persons);
            right.put("request_max_attempts", 1);
            Path catalog = catalog(persons, persons.settings(sandbox));

            List<Pipeline> failed = new ArrayList<>(
                    List.of(alone(persons, wrong, catalog, "wrong").await()));
            sandbox.faultsAtRandom(2, 0.5, Set.copyOf(persons.vendor().passing()));
            for (int run = 0; run < 2; run++) {
                failed.add(alone(persons, right, catalog, "struck-" + run).await());
            }

            for (Pipeline each : failed) {
                assertThat(each.exit(0)).as(each.log(0)).isNotZero();
                assertThat(each.log(0)).contains("CRITICAL " + persons.vendor().tap());
                evidence.add("run " + failed.indexOf(each), each.log(0) + each.output());
            }
            evidence.tellsNothing();
        }
    }

    @ParameterizedTest
    @MethodSource("persons")
    void whatTellsOfATapAndItsCatalogTellsNothing(Persons persons) throws Exception {
        try (Sandbox sandbox = planted(persons)) {
            Map<String, Object> tap = persons.settings(sandbox);
            addRules(tap, persons);
            Path config = write("tap", tap);
            Evidence evidence = new Evidence(persons, sandbox);

            for (List<String> options : List.of(
                    List.of("--about", "--format", "json"),
                    List.of("--about", "--format", "markdown"),
                    List.of("--discover"),
                    List.of("--test"))) {
                List<String> command = new ArrayList<>(
                        List.of(Tree.program(persons.vendor().tap()).toString(), "--debug"));
                command.addAll(options);
                command.addAll(List.of("--config", config.toString()));
                String name = String.join(" ", options);
                Pipeline run = Pipeline.start(directory.resolve(name), command).await();
                assertThat(run.exit(0)).as(name + run.log(0)).isZero();
                evidence.add(name, run.log(0) + String.join("\n", run.output()));
            }

            evidence.tellsNothing();
        }
    }

    private static Sandbox planted(Persons persons) {
        Sandbox sandbox = Sandbox.start(SandboxOptions.defaults().scale(SCALE));
        persons.plant(sandbox);
        sandbox.advance(Duration.ofMinutes(15));
        return sandbox;
    }

    private static void addRules(Map<String, Object> settings, Persons persons) {
        settings.put("column_rules", persons.rules());
        settings.put("column_rules_key", Persons.KEY);
    }

    private static Map<String, Object> target(TestDatabase database) {
        Map<String, Object> target = new LinkedHashMap<>(database.settings());
        target.put("default_target_schema", "raw");
        target.put("state_id", "secrets");
        return target;
    }

    private Path catalog(Persons persons, Map<String, Object> tap) throws Exception {
        Path catalog = directory.resolve("catalog.json");
        Catalogs.select(
                Catalogs.discover(persons.vendor().tap(), write("discover", tap)),
                catalog,
                persons.streams().toArray(String[]::new));
        return catalog;
    }

    /** Starts {@code tap | sed | tee | target}, both programs at {@code --debug}. */
    private Pipeline load(
            Persons persons, Map<String, Object> tap, Path catalog, String edit, Map<String, Object> target)
            throws Exception {
        return Pipeline.start(
                directory.resolve("load"),
                tapCommand(persons, write("tap", tap), catalog),
                edit.isEmpty() ? List.of("cat") : List.of("sed", "-u", edit),
                List.of("tee", directory.resolve("messages").toString()),
                List.of(
                        Tree.program("target-postgres").toString(),
                        "--debug",
                        "--config",
                        write("target", target).toString()));
    }

    private Pipeline alone(Persons persons, Map<String, Object> tap, Path catalog, String name) throws Exception {
        return Pipeline.start(directory.resolve(name), tapCommand(persons, write(name, tap), catalog));
    }

    private static List<String> tapCommand(Persons persons, Path config, Path catalog) {
        return List.of(
                Tree.program(persons.vendor().tap()).toString(),
                "--debug",
                "--config",
                config.toString(),
                "--catalog",
                catalog.toString());
    }

    private Evidence tells(Evidence evidence, Pipeline load, TestDatabase database) throws Exception {
        return evidence.add("tap", load.log(0))
                .add("target", load.log(3))
                .add("states", String.join("\n", load.output()))
                .file(directory.resolve("messages"))
                .file(directory.resolve("catalog.json"))
                .database(database);
    }

    private Path write(String name, Map<String, Object> settings) throws Exception {
        return Files.writeString(directory.resolve(name + ".json"), JSON.writeValueAsString(settings));
    }
}
