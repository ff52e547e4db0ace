package bizops.tap.salesforce;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.sandbox.Sandbox;
import bizops.sandbox.SandboxOptions;
import bizops.sandbox.fault.Fault;
import bizops.sandbox.fault.SalesforceFault;
import bizops.singer.error.ExitCode;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Configuration, catalog and state of the three public Salesforce taps, as their users have them. */
class OtherTapsTest {
    private static final String SEEN = "2026-06-29T00:00:00Z";
    private static final String NO_KEY = "No replication keys found from the Salesforce API";

    @TempDir
    private Path folder = Path.of("");

    private Sandbox sandbox;

    /** The taps, by the organisation that publishes each. */
    private enum Origin {
        SINGER_IO,
        MELTANO_LABS,
        PIPELINE_WISE
    }

    @BeforeEach
    void start() {
        sandbox = Sandbox.start(SandboxOptions.defaults().scale(0.02).advance(Duration.ofHours(1)));
    }

    @AfterEach
    void close() {
        sandbox.close();
    }

    /** A configuration with every key that the tap's README names; only the address is the sandbox's. */
    private TapRun configured(Origin origin) {
        TapRun tap = new TapRun()
                .set("login_url", sandbox.url())
                .set("start_date", "2020-01-01T00:00:00Z")
                .set("api_type", "REST")
                .set("quota_percent_total", "80.0")
                .set("quota_percent_per_run", "")
                .variable("HOME", folder.toString());
        return switch (origin) {
            case SINGER_IO ->
                withRefreshToken(tap)
                        .set("select_fields_by_default", "true")
                        .set("is_sandbox", "false")
                        .set("lookback_window", "10");
            case MELTANO_LABS ->
                tap.set("username", sandbox.username())
                        .set("password", sandbox.password())
                        .set("security_token", sandbox.securityToken())
                        .set("select_fields_by_default", true)
                        .set("is_sandbox", false)
                        .set("state_message_threshold", 1000)
                        .set("max_workers", 8)
                        .set("streams_to_discover", List.of());
            case PIPELINE_WISE ->
                withRefreshToken(tap).set("select_fields_by_default", true).set("is_sandbox", false);
        };
    }

    private TapRun withRefreshToken(TapRun tap) {
        return tap.set("client_id", sandbox.clientId())
                .set("client_secret", sandbox.clientSecret())
                .set("refresh_token", sandbox.refreshToken());
    }

    /** A stream's entry as that tap discovers it, selected as its user would. */
    private static ObjectNode entry(Origin origin, String stream, String... fields) {
        ObjectNode entry = TapRun.JSON.createObjectNode();
        entry.put("stream", stream).put("tap_stream_id", stream);
        ObjectNode schema = entry.putObject("schema");
        schema.put("type", "object").put("additionalProperties", false);
        ObjectNode properties = schema.putObject("properties");
        ArrayNode metadata = entry.putArray("metadata");
        for (String field : fields) {
            ObjectNode property = properties.putObject(field);
            if (field.endsWith("stamp")) {
                ArrayNode forms = property.putArray("anyOf");
                forms.addObject().put("type", "string").put("format", "date-time");
                forms.addObject().putArray("type").add("string").add("null");
            } else {
                property.putArray("type").add("null").add("string");
            }
            boolean key = field.equals("Id") || field.equals("SystemModstamp");
            ObjectNode about = about(metadata, field);
            about.put("inclusion", key ? "automatic" : "available").put("selected-by-default", true);
        }
        about(metadata, "Body").put("inclusion", "unsupported").put("unsupported-description", "binary data");
        ObjectNode root = metadata.addObject();
        root.putArray("breadcrumb");
        ObjectNode about = root.putObject("metadata").put("selected", true);
        about.putArray("table-key-properties").add("Id");
        switch (origin) {
            case SINGER_IO -> {
                about.putArray("valid-replication-keys").add("SystemModstamp");
                about.put("replication-key", "SystemModstamp").put("replication-method", "INCREMENTAL");
            }
            case MELTANO_LABS -> {
                about.putArray("valid-replication-keys").add("SystemModstamp");
                about.put("replication-key", "SystemModstamp").put("replication-method", "INCREMENTAL");
            }
            case PIPELINE_WISE -> about.put("replication-key", "SystemModstamp");
        }
        return entry;
    }

    private static ObjectNode about(ArrayNode metadata, String field) {
        ObjectNode entry = metadata.addObject();
        entry.putArray("breadcrumb").add("properties").add(field);
        return entry.putObject("metadata");
    }

    private static String catalog(ObjectNode... entries) {
        ObjectNode catalog = TapRun.JSON.createObjectNode();
        catalog.putArray("streams").addAll(List.of(entries));
        return catalog.toString();
    }

    private static String state(Origin origin, Instant mark) {
        String bookmark = "{\"SystemModstamp\":\"" + mark.toString().replace("Z", ".000000Z")
                + (origin == Origin.SINGER_IO ? "\"}" : "\",\"version\":1714557600000}");
        return switch (origin) {
            case SINGER_IO ->
                "{\"current_stream\":\"Lead\",\"bookmarks\":{\"Lead\":" + bookmark
                        + "},\"versions\":{\"Lead\":1714557600000}}";
            case MELTANO_LABS -> "{\"bookmarks\":{\"Lead\":" + bookmark + "}}";
            case PIPELINE_WISE -> "{\"current_stream\":null,\"bookmarks\":{\"Lead\":" + bookmark + "}}";
        };
    }

    @ParameterizedTest
    @EnumSource
    void aUserGoesOnInPlaceWithConfigurationCatalogAndState(Origin origin) {
        Instant mark = sandbox.now().minus(Duration.ofDays(10));
        String catalog = catalog(
                entry(origin, "Lead", "Id", "LastName", "Company", "SystemModstamp"), entry(origin, "User", "Id"));

        TapRun.Result run = configured(origin)
                .properties(catalog)
                .state(state(origin, mark))
                .run();

        assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.OK);
        assertThat(run.records("Lead"))
                .isNotEmpty()
                .allMatch(record -> !Instant.parse(record.path("SystemModstamp").asText())
                        .isBefore(mark.minus(Duration.ofMinutes(10))))
                .allMatch(record -> record.hasNonNull("Company"));
        assertThat(run.records("Lead").get(0).fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("Id", "LastName", "Company", "SystemModstamp");
        assertThat(run.of("ACTIVATE_VERSION")).isEmpty();
        assertThat(run.records("User")).isNotEmpty();
        assertThat(Instant.parse(
                        run.bookmark("Lead").path("replication_key_value").asText()))
                .isAfter(mark);
        assertThat(run.state().toString()).doesNotContain("1714557600000");
    }

    @ParameterizedTest
    @EnumSource
    void aConfigurationIsEnoughToDiscover(Origin origin) {
        TapRun.Result run = configured(origin).discover().run();

        assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.OK);
        assertThat(run.catalog().path("streams").findValuesAsText("tap_stream_id"))
                .contains("Lead", "CampaignMember");
    }

    @ParameterizedTest
    @EnumSource
    void aFullTableIsReadWholeUnderAVersionInWhicheverFormItIsForced(Origin origin) {
        ObjectNode entry = entry(origin, "Lead", "Id", "LastName");
        ObjectNode root = Catalogs.root(entry);
        root.remove(List.of("replication-key", "valid-replication-keys"));
        root.put("replication-method", "FULL_TABLE");
        if (origin == Origin.SINGER_IO) {
            root.put("forced-replication-method", "FULL_TABLE");
        } else {
            root.putObject("forced-replication-method")
                    .put("replication-method", "FULL_TABLE")
                    .put("reason", NO_KEY);
        }

        TapRun.Result run = configured(origin)
                .properties(catalog(entry))
                .state("{\"bookmarks\":{\"Lead\":{\"version\":null}}}")
                .run();

        assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.OK);
        assertThat(run.records("Lead"))
                .hasSameSizeAs(Truths.rows(sandbox, "Lead").keySet());
        assertThat(run.of("ACTIVATE_VERSION")).hasSize(1);
        assertThat(run.bookmark("Lead").isMissingNode()).isTrue();
    }

    @Test
    void aStreamKeepsItsAlias() {
        ObjectNode entry = entry(Origin.SINGER_IO, "Lead", "Id", "LastName");
        entry.put("stream_alias", "prospects");

        TapRun.Result run =
                configured(Origin.SINGER_IO).properties(catalog(entry)).run();

        assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.OK);
        assertThat(run.records("prospects")).isNotEmpty();
        assertThat(run.records("Lead")).isEmpty();
    }

    @Test
    void aBulkJobOfAnotherTapIsForgottenAndTheBookmarkKept() {
        Instant mark = sandbox.now().minus(Duration.ofDays(10));
        TapRun.Result run = configured(Origin.PIPELINE_WISE)
                .properties(catalog(entry(Origin.PIPELINE_WISE, "Lead", "Id", "SystemModstamp")))
                .state("{\"bookmarks\":{\"Lead\":{\"SystemModstamp\":\"" + mark
                        + "\",\"JobID\":\"750R0000000zxr8IAA\",\"BatchIDs\":[\"751R0000000zxr8IAA\"],"
                        + "\"JobHighestBookmarkSeen\":\"" + SEEN + "\"}}}")
                .run();

        assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.OK);
        assertThat(run.records("Lead"))
                .anyMatch(record ->
                        Instant.parse(record.path("SystemModstamp").asText()).isBefore(Instant.parse(SEEN)));
        assertThat(run.state().toString()).doesNotContain("JobID", "BatchIDs", "JobHighestBookmarkSeen");
    }

    /** The form that singer-io's README has since client credentials took the place of refresh tokens there. */
    @Test
    void theAddressOfTheInstanceIsWhereClientCredentialsLogIn() {
        TapRun.Result run = new TapRun()
                .set("client_id", sandbox.clientId())
                .set("client_secret", sandbox.clientSecret())
                .set("instance_url", sandbox.url() + "/")
                .set("start_date", "2017-11-02T00:00:00Z")
                .set("api_type", "BULK")
                .set("select_fields_by_default", true)
                .set("lookback_window", "")
                .streams("UserRole")
                .run();

        assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.OK);
        assertThat(run.records("UserRole")).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({"soon, a whole number of seconds", "-1, 0 or more"})
    void aLookBackThatIsNoDurationIsRefused(String text, String why) {
        TapRun.Result run = configured(Origin.SINGER_IO)
                .set("lookback_window", text)
                .discover()
                .run();

        assertThat(run.err()).contains("'lookback_window' must be " + why);
    }

    @Test
    void configurationsOfSimpleSalesforceAreUnderstood() {
        sandbox.fault(Fault.of(SalesforceFault.PASSWORD_FLOW_ON));
        TapRun.Result run = new TapRun()
                .set("domain", sandbox.url())
                .set("user_name", sandbox.username())
                .set("password", sandbox.password())
                .set("security_token", sandbox.securityToken())
                .set("consumer_key", sandbox.clientId())
                .set("consumer_secret", sandbox.clientSecret())
                .streams("User")
                .run();
        JsonNode first = run.records("User").get(0);

        assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.OK);
        assertThat(first.hasNonNull("Id")).isTrue();
    }
}
