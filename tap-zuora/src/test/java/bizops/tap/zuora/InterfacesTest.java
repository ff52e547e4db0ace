package bizops.tap.zuora;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.sandbox.Sandbox;
import bizops.sandbox.SandboxOptions;
import bizops.sandbox.fault.Fault;
import bizops.sandbox.fault.ZuoraFault;
import bizops.singer.error.ExitCode;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The same tenant through each of its interfaces. */
class InterfacesTest {
    private static final String[] STREAMS = {"Account", "Subscription", "RatePlanCharge", "Invoice"};

    private Sandbox sandbox;

    @BeforeEach
    void start() {
        sandbox = Sandbox.start(SandboxOptions.defaults().scale(0.02).advance(Duration.ofHours(3)));
    }

    @AfterEach
    void close() {
        sandbox.close();
    }

    private TapRun tap(String api) {
        return TapRun.against(sandbox).set("api_type", api).streams(STREAMS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"REST", "DATA_QUERY"})
    void rowsAreTheSameAsByAqua(String api) {
        TapRun.Result aqua = tap("AQUA").run();

        TapRun.Result other = tap(api).run();

        assertThat(other.code()).as(other.err()).isEqualTo(ExitCode.OK);
        for (String stream : STREAMS) {
            Set<String> left = new TreeSet<>(aqua.fields(stream));
            other.records(stream).stream().limit(1).forEach(record -> left.removeIf(field -> !record.has(field)));
            assertThat(rows(other, stream, left))
                    .as(stream)
                    .isEqualTo(rows(aqua, stream, left))
                    .isNotEmpty();
        }
    }

    private static Set<String> rows(TapRun.Result run, String stream, Set<String> fields) {
        Set<String> rows = new TreeSet<>();
        for (JsonNode record : run.records(stream)) {
            List<String> values = new ArrayList<>();
            fields.forEach(field -> values.add(field + "=" + record.path(field)));
            rows.add(values.toString());
        }
        return rows;
    }

    @ParameterizedTest
    @ValueSource(strings = {"REST", "DATA_QUERY"})
    void laterRunsHoldTheTruthOfWhatWasNotDeleted(String api) {
        TapRun.Result first = tap(api).run();
        sandbox.advance(Duration.ofDays(5));

        TapRun.Result second = tap(api).state(first.state().toString()).run();

        assertThat(second.code()).as(second.err()).isEqualTo(ExitCode.OK);
        for (String stream : STREAMS) {
            List<JsonNode> all = new ArrayList<>(first.records(stream));
            all.addAll(second.records(stream));
            Set<String> sent = Truths.newest(all).keySet();
            assertThat(sent).as(stream).containsAll(Truths.rows(sandbox, stream).keySet());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"AQUA", "REST", "DATA_QUERY"})
    void aFieldThatQueriesRefuseIsLeftOutAndTheOthersCome(String api) {
        sandbox.fault(Fault.of(ZuoraFault.FIELD_REJECTED).object("Account").field("Notes"));

        TapRun.Result run = tap(api).run();

        assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.OK);
        assertThat(run.log())
                .filteredOn(line -> line.startsWith("WARN") && line.contains("refuses the field \"Notes\""))
                .hasSize(1);
        assertThat(run.records("Account"))
                .hasSameSizeAs(Truths.rows(sandbox, "Account").keySet())
                .allMatch(record -> !record.has("Notes") && record.has("Name"));
    }

    @ParameterizedTest
    @CsvSource({
        "REST, JOB_STUCK", "REST, JOB_ABORTED", "REST, JOB_ERROR_90022",
        "DATA_QUERY, JOB_STUCK", "DATA_QUERY, JOB_ABORTED", "DATA_QUERY, JOB_ERROR_90022"
    })
    void aJobThatGoesWrongForAMomentIsAskedForAgain(String api, ZuoraFault fault) {
        sandbox.fault(Fault.of(fault).object("Account"));

        TapRun.Result run = tap(api).run();

        assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.OK);
        assertThat(sandbox.faultsFired()).isPositive();
        assertThat(Truths.newest(run.records("Account")).keySet())
                .isEqualTo(Truths.rows(sandbox, "Account").keySet());
    }

    @Test
    void fieldsThatExportsLackComeByAquaWhichIsUsual() {
        TapRun.Result usual = TapRun.against(sandbox).streams("Account").run();
        TapRun.Result export = tap("REST").streams("Account").run();

        assertThat(usual.records("Account")).allMatch(record -> record.has("LastMetricsUpdate"));
        assertThat(usual.log()).noneMatch(line -> line.startsWith("WARN"));
        assertThat(export.code()).as(export.err()).isEqualTo(ExitCode.OK);
        assertThat(export.records("Account")).isNotEmpty().noneMatch(record -> record.has("LastMetricsUpdate"));
        assertThat(export.log())
                .anyMatch(line -> line.startsWith("WARN") && line.contains("refuses the field \"LastMetricsUpdate\""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"AQUA", "REST", "DATA_QUERY"})
    void theHourThatComesTwiceInTheTenantsZoneIsToldApart(String api) {
        String summer = sandbox.zuora().insert("Account", Map.of("CreatedDate", Instant.parse("2025-11-02T05:30:00Z")));
        String winter = sandbox.zuora().insert("Account", Map.of("CreatedDate", Instant.parse("2025-11-02T06:30:00Z")));
        sandbox.advance(Duration.ofMinutes(1));

        Map<String, JsonNode> sent = Truths.newest(tap(api).run().records("Account"));

        assertThat(created(sent, summer)).isEqualTo("2025-11-02T05:30:00Z");
        assertThat(created(sent, winter)).isEqualTo("2025-11-02T06:30:00Z");
    }

    private static String created(Map<String, JsonNode> rows, String id) {
        return Objects.requireNonNull(rows.get(id)).path("CreatedDate").asText();
    }

    @Test
    void aStateOfOneInterfaceGoesOnByAnother() {
        TapRun.Result first = tap("REST").run();
        sandbox.advance(Duration.ofDays(1));

        TapRun.Result second = tap("AQUA").state(first.state().toString()).run();

        assertThat(second.code()).as(second.err()).isEqualTo(ExitCode.OK);
        Truths.assertSame(sandbox, "Account", first, second);
    }
}
