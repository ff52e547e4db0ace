package bizops.cli.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bizops.singer.error.ConfigException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.json.JSONObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ProjectTest {
    private static final String WHOLE = """
            version: 1
            default_environment: dev
            environments:
              dev: {schema_prefix: 'dev_${USER_NAME:-Me-2}', raw_prefix: dev_, variables: {REGION: eu}}
              prod: {schema_prefix: '', warehouse: {host: db.example}, report: {out: site}}
              branch: {extract: false}
            warehouse: {host: localhost, port: '${DB_PORT}', password: '${DB_PASSWORD}', ssl_mode: require}
            taps:
              sf:
                command: [bin/tap-salesforce, --debug]
                config: sf.json
                settings: {login_url: 'https://${REGION:-us}.example', client_secret: '${SF_SECRET}'}
                select: ['Account.*', '!Account.SSN']
                env: {LEVEL: 3}
              other: {command: tap-other, state_id: o, schema: o_raw}
            targets:
              warehouse: {command: target-postgres, settings: {batch_size_rows: 5}}
            transform: {seeds: seeds}
            report: {}
            pipelines:
              nightly: {taps: [sf, other], target: warehouse, parallel: 2, on_lock: wait}
              sf_only: {taps: [sf], target: warehouse, report: false, retries: 0, on_tap_error: stop}
            """;
    private static final Map<String, String> VARIABLES =
            Map.of("DB_PORT", "5433", "DB_PASSWORD", "pw-of-db", "SF_SECRET", "it's \"$1\"");

    @TempDir
    private Path folder = Path.of("");

    @Test
    void aPipelineIsPutTogetherInItsEnvironment() throws Exception {
        Files.writeString(folder.resolve("sf.json"), "{\"login_url\":\"of the file\",\"start\":1.50}");

        Job job = read(WHOLE).job("nightly", "");

        assertThat(job.environment().name()).isEqualTo("dev");
        assertThat(job.environment().schemaPrefix()).contains("dev_me_2");
        TapSpec tap = job.taps().get(0);
        assertThat(tap.program().command())
                .containsExactly(folder.resolve("bin/tap-salesforce").toString(), "--debug");
        assertThat(tap.program().settings().toString())
                .isEqualTo(
                        "{\"login_url\":\"https://eu.example\",\"start\":1.50,\"client_secret\":\"it's \\\"$1\\\"\"}");
        assertThat(tap.program().environment()).containsEntry("LEVEL", "3").containsEntry("DB_PORT", "5433");
        assertThat(tap.schema() + " " + tap.stateId()).isEqualTo("dev_raw_sf dev_sf");
        assertThat(job.taps().get(1).schema() + " " + job.taps().get(1).stateId())
                .isEqualTo("dev_o_raw dev_o");
        assertThat(job.policy()).isEqualTo(new Policy(2, Duration.ofHours(1), false, 2, Duration.ofSeconds(30)));
        assertThat(job.transform().orElseThrow().program().settings().toString())
                .isEqualTo("{\"host\":\"localhost\",\"port\":5433,\"password\":\"pw-of-db\",\"ssl_mode\":\"require\","
                        + "\"schema_prefix\":\"dev_me_2\",\"raw_salesforce_schema\":\"dev_raw_sf\"}");
        assertThat(job.report().orElseThrow().folder()).contains(folder.resolve("public"));
    }

    @Test
    void anEnvironmentChangesWhatItNames() throws Exception {
        Files.writeString(folder.resolve("sf.json"), "{}");

        Job production = read(WHOLE).job("sf_only", "prod");
        Job branch = read(WHOLE).job("nightly", "branch");

        assertThat(production.warehouse().path("host").asText()).isEqualTo("db.example");
        assertThat(production.report()).isEmpty();
        assertThat(production.policy()).isEqualTo(new Policy(1, Duration.ZERO, true, 0, Duration.ofSeconds(30)));
        assertThat(read(WHOLE).job("nightly", "prod").report().orElseThrow().folder())
                .contains(folder.resolve("site"));
        assertThat(branch.taps()).isEmpty();
        assertThat(branch.transform().orElseThrow().program().settings().has("schema_prefix"))
                .isFalse();
    }

    @Test
    void everyProblemIsToldAtOnceWithItsLine() {
        String wrong = WHOLE.replace("command: tap-other", "comand: tap-other")
                .replace("taps: [sf, other]", "taps: [sf, othr]")
                .replace("on_lock: wait", "on_lock: yes")
                .replace("target: warehouse, report", "target: warehuse, report")
                .replace("default_environment: dev", "default_environment: test")
                .replace("parallel: 2", "parallel: no")
                .replace("'${SF_SECRET}'", "s3cr3t-of-sf");

        assertThat(problems(wrong))
                .containsExactly(
                        "bizops.yml, line 2, default_environment: 'test' is none of environments (dev, prod, branch)",
                        "bizops.yml, line 12, taps.sf.settings.client_secret: a secret stands in the file; write"
                                + " ${VARIABLE}, or give the setting client_secret_file with the name of a file that"
                                + " holds it",
                        "bizops.yml, line 15, taps.other.comand: unknown key; did you mean command?",
                        "bizops.yml, line 15, taps.other: 'command' is missing",
                        "bizops.yml, line 21, pipelines.nightly.on_lock: must be one of refuse, wait",
                        "bizops.yml, line 21, pipelines.nightly.parallel: must be a whole number, got a text",
                        "bizops.yml, line 21, pipelines.nightly.taps.1: 'othr' is none of taps (sf, other);"
                                + " did you mean other?",
                        "bizops.yml, line 22, pipelines.sf_only.target: 'warehuse' is none of targets (warehouse);"
                                + " did you mean warehouse?");
    }

    @Test
    void twoTapsOfOneStateAndTheNameOfAStepAreRefused() {
        String wrong = WHOLE.replace("state_id: o", "state_id: sf")
                .replace("  other: {", "  report: {command: x}\n  other: {");

        assertThat(problems(wrong))
                .containsExactly(
                        "bizops.yml, line 15, taps.report: a step of every run has this name; take another",
                        "bizops.yml, line 16, taps.other: has the state_id of tap 'sf'; give it one of its own");
    }

    @Test
    void variablesAndFilesThatAreMissingAreToldTogether() {
        assertThatThrownBy(() -> Project.read(write(WHOLE), Map.of("SF_SECRET", "x"), line -> {})
                        .job("nightly", ""))
                .isInstanceOfSatisfying(
                        ConfigException.class,
                        e -> assertThat(e.problems())
                                .containsExactly(
                                        "bizops.yml, line 7, warehouse.port: variable DB_PORT is not set; set it, or add it to"
                                                + " .env beside the file",
                                        "bizops.yml, line 7, warehouse.password: variable DB_PASSWORD is not set; set it, or"
                                                + " add it to .env beside the file",
                                        "bizops.yml, line 11, taps.sf.config: file " + folder.resolve("sf.json")
                                                + " cannot be read; correct the name"));
    }

    @Test
    void theProcessWinsOverItsEnvFile() throws Exception {
        Files.writeString(
                folder.resolve(".env"),
                "# of this machine\nDB_PORT=1\nexport SF_SECRET='quoted'\nDB_PASSWORD=\"a=b\"\n");
        Files.writeString(folder.resolve("sf.json"), "{}");
        List<String> warnings = new ArrayList<>();

        Job job = Project.read(write(WHOLE), Map.of("DB_PORT", "2"), warnings::add)
                .job("nightly", "");

        assertThat(job.warehouse().path("port").asInt()).isEqualTo(2);
        assertThat(job.warehouse().path("password").asText()).isEqualTo("a=b");
        assertThat(job.taps().get(0).program().settings().path("client_secret").asText())
                .isEqualTo("quoted");
        assertThat(warnings)
                .singleElement()
                .asString()
                .contains("others can read")
                .contains("chmod 600");
        Path file = write(WHOLE);
        assertThatThrownBy(() -> Project.read(file, Map.of("BIZOPS_STRICT", "true"), warnings::add))
                .hasMessageContaining("others can read")
                .hasMessageContaining(".env: chmod 600");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "taps: {a: {command: x}|line 1: no YAML",
                "- a|line 1: must hold keys",
                "a: &x 1@b: *x|line 2: *x refers to an anchor",
                "a: 1@a: 2|line 2: no YAML: Duplicate field 'a'",
                "a:@~b: 1|line 2: no YAML: a tab stands where only spaces may indent",
            })
    void whatIsNoPlainYamlIsRefusedAtItsLine(String text, String message) {
        assertThatThrownBy(() -> read(text.replace('@', '\n').replace('~', '\t')))
                .hasMessageContaining("bizops.yml, " + message);
    }

    @Test
    void aFileOfAnotherVersionOrEncodingSaysWhatItMustBe() throws IOException {
        assertThat(problems(WHOLE.replace("version: 1", "version: 2")))
                .containsExactly("bizops.yml, line 1, version: must be 1");

        Path latin = Files.write(folder.resolve("latin.yml"), "a: é".getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> Project.read(latin, VARIABLES, line -> {}))
                .isInstanceOf(ConfigException.class)
                .hasMessage(latin + " is not written in UTF-8; save it so");
    }

    @ParameterizedTest
    @ValueSource(strings = {"${1}", "${A", "${}"})
    void aBrokenReferenceIsNoText(String reference) {
        assertThatThrownBy(() -> read(WHOLE.replace("${REGION:-us}", reference)).job("nightly", ""))
                .hasMessageContaining("line 12, taps.sf.settings.login_url: ${");
    }

    @Test
    void theChoiceMustBeKnown() throws IOException {
        Project project = read(WHOLE);

        assertThatThrownBy(() -> project.job("", "")).hasMessageContaining("several pipelines (nightly, sf_only)");
        assertThatThrownBy(() -> project.job("nightl", "")).hasMessageContaining("did you mean nightly?");
        assertThatThrownBy(() -> project.job("nightly", "prd")).hasMessageContaining("did you mean prod?");
    }

    @Test
    void everyKeyOfTheSchemaIsDescribedOrPlain() {
        JSONObject schema = new JSONObject(ProjectSchema.text());

        assertThat(schema.getJSONObject("properties").keySet())
                .contains("taps", "targets", "pipelines", "environments", "transform", "report", "warehouse");
        assertThat(schema.getString("$schema")).contains("draft-07");
    }

    private Project read(String text) throws IOException {
        return Project.read(write(text), VARIABLES, line -> {});
    }

    private List<String> problems(String text) {
        try {
            read(text);
            return List.of();
        } catch (ConfigException wrong) {
            return wrong.problems();
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("bizops.yml"), text);
    }
}
