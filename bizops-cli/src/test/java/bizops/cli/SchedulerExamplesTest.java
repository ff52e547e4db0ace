package bizops.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import bizops.cli.project.Job;
import bizops.cli.project.Project;
import bizops.cli.start.NewProject;
import bizops.postgres.SharedPostgres;
import bizops.singer.error.ExitCode;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The examples for schedulers, each run over a {@code bizops} that notes its arguments; what they say to it is then held to
 * the real one. Airflow and Luigi are stood in for, since they are Python packages of some size.
 */
final class SchedulerExamplesTest {
    private static final Path EXAMPLES =
            Path.of("..", "examples").toAbsolutePath().normalize();
    private static final Path STANDINS =
            Path.of("src", "test", "resources", "bizops", "cli", "standins").toAbsolutePath();
    private static final String RUN = "run nightly --environment prod --only ";

    @TempDir
    private Path directory = Path.of("");

    private Path project = directory;

    @BeforeEach
    void makeProject() throws Exception {
        project = directory.resolve("project");
        new NewProject(project).write();
        Scripts scripts = new Scripts(directory);
        scripts.program("bizops", "case \"$*\" in *\"$FAILING\"*) echo CRITICAL it failed; exit ${CODE:-0};; esac");
        for (String program : List.of("tap-salesforce", "tap-zuora", "tap-marketo", "target-postgres")) {
            scripts.program(program, "exit 1");
        }
        for (String program : List.of("bizops-transform", "bizops-report")) {
            scripts.program(program, "exit 1");
        }
    }

    @Test
    void airflowRunsEachTapThenModelsThenThePage() throws Exception {
        String said = python("airflow", "bizops_nightly.dag.run()", Map.of("FAILING", "--only zuora", "CODE", "77"));

        assertThat(said.lines())
                .contains(
                        "salesforce success",
                        "zuora skipped",
                        "marketo success",
                        "transform success",
                        "report success");
        List<String> calls = calls();
        assertThat(calls.subList(0, 3))
                .containsExactlyInAnyOrder(
                        RUN + "salesforce --results results/salesforce",
                        RUN + "zuora --results results/zuora",
                        RUN + "marketo --results results/marketo");
        assertThat(calls.subList(3, calls.size()))
                .containsExactly(
                        RUN + "transform --results results/transform", RUN + "report --results results/report");
        assertThatBizopsTakes(calls);
    }

    @Test
    void airflowMakesNoPageWhereTheModelsFail() throws Exception {
        String said = python("airflow", "bizops_nightly.dag.run()", Map.of("FAILING", "--only transform", "CODE", "1"));

        assertThat(said.lines()).contains("transform failed", "report skipped");
        assertThat(calls()).hasSize(4);
    }

    @Test
    void luigiRunsWhatIsNotDone() throws Exception {
        String build = "import luigi; print(luigi.build(bizops_nightly.Report()))";

        String failed = python("luigi", build, Map.of("FAILING", "--only zuora", "CODE", "75"));
        String done = python("luigi", build, Map.of("FAILING", "--only zuora", "CODE", "77"));

        assertThat(failed).contains("failed: bizops " + RUN + "zuora ended with 75", "False");
        assertThat(done.strip()).endsWith("True");
        assertThat(calls())
                .containsExactly(
                        RUN + "salesforce",
                        RUN + "zuora",
                        RUN + "marketo",
                        RUN + "zuora",
                        RUN + "transform",
                        RUN + "report");
        assertThatBizopsTakes(calls());
    }

    @Test
    void cronHearsOfFailuresAlone() throws Exception {
        String nightly = EXAMPLES.resolve("cron/nightly").toString();

        assertThat(run(Map.of("FAILING", "none"), nightly, project.toString())).isEmpty();
        assertThat(run(Map.of("FAILING", "run", "CODE", "75"), nightly, project.toString()))
                .isEmpty();
        assertThat(run(Map.of("FAILING", "run", "CODE", "1"), nightly, project.toString()))
                .isEqualTo("CRITICAL it failed\nbizops run ended with 1; bizops logs latest shows all of it\n");
        assertThat(calls()).hasSize(3).containsOnly("run nightly --environment prod");
        assertThatBizopsTakes(calls().subList(0, 1));
        String prune = Files.readAllLines(EXAMPLES.resolve("cron/bizops.cron")).stream()
                .filter(line -> line.contains("prune"))
                .findFirst()
                .orElseThrow();
        assertThat(prune).endsWith("&& bizops prune --keep 90");
    }

    @Test
    void systemdTakesTheUnits() throws Exception {
        assumeTrue(has("systemd-analyze"), "systemd-analyze is not on the path");
        Path service = directory.resolve("bizops.service");
        Files.writeString(
                service,
                Files.readString(EXAMPLES.resolve("systemd/bizops.service"))
                        .replace("/opt/bizops/bin", directory.resolve("bin").toString()));
        Path timer = Files.copy(EXAMPLES.resolve("systemd/bizops.timer"), directory.resolve("bizops.timer"));

        assertThat(run(Map.of(), "systemd-analyze", "verify", service.toString(), timer.toString()))
                .isEmpty();
        assertThat(run(Map.of(), "systemd-analyze", "security", "--offline=yes", "--threshold=20", service.toString()))
                .contains("Overall exposure level for bizops.service: 1.");
        String command = Files.readString(service).replaceAll("(?s).*ExecStart=\\S+/bizops ([^\\n]+)\\n.*", "$1");
        assertThatBizopsTakes(List.of(command));
    }

    @Test
    void kubernetesRunsOneAtATimeOverAProjectThatIsRight() throws Exception {
        Path folder = EXAMPLES.resolve("kubernetes");
        JsonNode job = new ObjectMapper(new YAMLFactory())
                .readTree(folder.resolve("cronjob.yaml").toFile());
        List<String> warnings = new ArrayList<>();

        Job read = Project.read(
                        folder.resolve("bizops.yml"), Map.of("PG_DATABASE", "d", "PG_USERNAME", "u"), warnings::add)
                .job("nightly", "prod");

        assertThat(warnings).isEmpty();
        assertThat(read.steps()).containsExactly("zuora", "transform", "report");
        assertThat(job.at("/spec/concurrencyPolicy").asText()).isEqualTo("Forbid");
        JsonNode container = job.at("/spec/jobTemplate/spec/template/spec/containers/0");
        List<String> command = new ArrayList<>();
        container.at("/command").forEach(word -> command.add(word.asText()));
        assertThat(command).startsWith("bizops").endsWith("--file", "/project/bizops.yml");
        assertThatBizopsTakes(List.of(String.join(" ", command.subList(1, command.size() - 2))));
    }

    @Test
    void kustomizePutsTheProjectIntoConfigMaps() throws Exception {
        assumeTrue(has("kubectl"), "kubectl is not on the path");

        String made = run(
                Map.of(), "kubectl", "kustomize", EXAMPLES.resolve("kubernetes").toString());

        assertThat(made).contains("kind: CronJob", "  bizops.yml: |", "  settings.json: |");
        assertThat(made).doesNotContain("name: bizops-project\n", "name: bizops-seeds\n");
    }

    private String python(String example, String statement, Map<String, String> variables) throws Exception {
        String code = Files.readString(EXAMPLES.resolve(example).resolve("bizops_nightly.py"));
        assertThat(code).contains("\"/srv/numbers\"");
        Files.writeString(directory.resolve("bizops_nightly.py"), code.replace("/srv/numbers", project.toString()));
        return run(variables, "python3", "-c", "import bizops_nightly; " + statement);
    }

    /** What a program said on both its streams. */
    private String run(Map<String, String> variables, String... command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(variables);
        builder.environment().put("PYTHONPATH", STANDINS + File.pathSeparator + directory);
        builder.environment().put("PYTHONDONTWRITEBYTECODE", "1");
        builder.environment().put("PATH", directory.resolve("bin") + File.pathSeparator + System.getenv("PATH"));
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int unused = process.waitFor();
        return said;
    }

    private List<String> calls() throws IOException {
        return Files.readAllLines(directory.resolve("bizops.calls"));
    }

    /** The real program accepts each call over the project; it only says what it would do. */
    private void assertThatBizopsTakes(List<String> calls) {
        Cli cli = new Cli(SharedPostgres.freshDatabase())
                .with("PATH", directory.resolve("bin") + File.pathSeparator + System.getenv("PATH"));
        for (String call : calls) {
            String[] words = Stream.concat(
                            Stream.of(call.split(" ", -1)),
                            Stream.of(
                                    "--dry-run",
                                    "--file",
                                    project.resolve("bizops.yml").toString()))
                    .toArray(String[]::new);
            Cli.Outcome outcome = cli.call(words);
            assertThat(outcome.code()).as(call + "\n" + outcome.errors()).isEqualTo(ExitCode.OK);
        }
    }

    private static boolean has(String program) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }
}
