package bizops.tap.zuora;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.sandbox.Sandbox;
import bizops.sandbox.SandboxOptions;
import bizops.singer.error.ExitCode;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Catalogs and states of singer-io/tap-zuora. */
class SwitchTest {
    private static final String CATALOG = """
            {"streams": [{"tap_stream_id": "Account", "stream": "Account", "key_properties": ["Id"],
              "replication_key": "UpdatedDate", "replication_method": "INCREMENTAL",
              "schema": {"type": "object", "additionalProperties": false, "properties": {
                "Id": {"type": "string"}, "Name": {"type": ["null", "string"]},
                "Balance": {"type": ["null", "number"]}, "BillToContactId": {"type": ["null", "string"]},
                "LastInvoiceDate": {"type": ["null", "string"], "format": "date-time"},
                "UpdatedDate": {"type": "string", "format": "date-time"}, "Deleted": {"type": "boolean"}}},
              "metadata": [
                {"breadcrumb": [], "metadata": {"selected": true, "table-key-properties": ["Id"],
                  "forced-replication-method": "INCREMENTAL", "valid-replication-keys": ["UpdatedDate"]}},
                {"breadcrumb": ["properties", "BillToContactId"], "metadata": {"inclusion": "available",
                  "selected": true, "tap-zuora.joined_object": "BillToContact"}},
                {"breadcrumb": ["properties", "LastInvoiceDate"], "metadata": {"selected": true}},
                {"breadcrumb": ["properties", "Balance"], "metadata": {"selected": false}}]}]}
            """;

    private Sandbox sandbox;

    @BeforeEach
    void start() {
        sandbox = Sandbox.start(SandboxOptions.defaults().scale(0.02).advance(Duration.ofHours(3)));
    }

    @AfterEach
    void close() {
        sandbox.close();
    }

    private TapRun tap() {
        return TapRun.against(sandbox).catalog(CATALOG);
    }

    private String spaced(Instant instant) {
        return instant.toString().replace('T', ' ').replace("Z", "");
    }

    @Test
    void itsCatalogSelectsTheSameFields() {
        TapRun.Result run = tap().run();

        assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.OK);
        assertThat(run.fields("Account"))
                .containsExactlyInAnyOrder(
                        "Id",
                        "Name",
                        "BillToContactId",
                        "LastInvoiceDate",
                        "UpdatedDate",
                        "Deleted",
                        "_sdc_deleted_at");
        Truths.assertSame(sandbox, "Account", run);
    }

    @Test
    void daysStayDateTimesWhereTheSettingAsksForIt() {
        TapRun.Result run = tap().set("date_fields_as_datetime", "true").run();

        assertThat(run.of("SCHEMA")
                        .get(0)
                        .path("schema")
                        .path("properties")
                        .path("LastInvoiceDate")
                        .path("format")
                        .asText())
                .isEqualTo("date-time");
    }

    @Test
    void onlyItsOwnStreamsAreDescribed() {
        tap().run();

        assertThat(sandbox.zuora().usage().entries())
                .filteredOn(entry -> entry.path().startsWith("/v1/describe"))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"bookmarks\":{\"Account\":{\"UpdatedDate\":\"%s\",\"version\":1546300800000}}}",
                "{\"current_stream\":\"Account\",\"bookmarks\":{\"Account\":{\"UpdatedDate\":\"%s\","
                        + "\"current_window_end\":\"2099-01-01T00:00:00Z\",\"window_length\":60}}}",
                "{\"Account\":\"%s\"}"
            })
    void itsStatesGoOnWhereTheyWere(String state) {
        TapRun.Result first = tap().run();
        Instant reached = sandbox.now();
        sandbox.advance(Duration.ofDays(3));

        TapRun.Result second = tap().state(
                        state.formatted(spaced(reached.truncatedTo(java.time.temporal.ChronoUnit.SECONDS))))
                .run();

        assertThat(second.code()).as(second.err()).isEqualTo(ExitCode.OK);
        Truths.assertSame(sandbox, "Account", first, second);
        assertThat(second.records("Account"))
                .hasSizeLessThan(first.records("Account").size());
        assertThat(second.bookmark("Account").has("UpdatedDate")).isFalse();
    }

    @Test
    void whatItLeftInTheMiddleOfItsFilesIsReadWhole() {
        String state = "{\"bookmarks\":{\"Account\":{\"UpdatedDate\":\"" + sandbox.now()
                + "\",\"file_ids\":[\"f1\",\"f2\"]}}}";

        TapRun.Result run = tap().state(state).run();

        assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.OK);
        Truths.assertSame(sandbox, "Account", run);
        assertThat(run.bookmark("Account").has("file_ids")).isFalse();
    }
}
