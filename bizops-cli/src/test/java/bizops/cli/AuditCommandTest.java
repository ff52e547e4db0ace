package bizops.cli;

import static bizops.cli.AuditFolder.deal;
import static org.assertj.core.api.Assertions.assertThat;

import bizops.postgres.SharedPostgres;
import bizops.postgres.TestDatabase;
import bizops.singer.error.ExitCode;
import bizops.singer.json.Json;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code bizops audit} over a tap in Python and a raw table made by hand. */
final class AuditCommandTest {
    private static final String KEY = "a-key-that-is-long-enough-for-a-hash";
    private static final String A = deal("A", "1234567.01", 1, false);
    private static final String B = deal("B", "20.5", 2, false);
    private static final String C = deal("C", "null", 3, false);
    private static final String D = deal("D", "7", 4, true);

    @TempDir
    private Path directory = Path.of("");

    private final TestDatabase database = SharedPostgres.freshDatabase();
    private final Cli cli = new Cli(database).with("PATH", System.getenv("PATH"));
    private AuditFolder folder = new AuditFolder(directory, database);

    @BeforeEach
    void makeProject() throws Exception {
        folder = new AuditFolder(directory, database);
        folder.make(cli);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--count", "--records"})
    void whatAgreesIsOk(String how) {
        Cli.Outcome outcome = audit(how);

        assertThat(outcome.code()).as(outcome.errors()).isEqualTo(ExitCode.OK);
        assertThat(line(outcome, "crm.Deal")).startsWith("OK ").endsWith("3 rows, 1 sums, newest 2026-01-03T00:00:00Z");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--count", "--records"})
    void aRowDeletedByHandIsADifference(String how) throws Exception {
        folder.execute("DELETE FROM raw_crm.deal WHERE id = 'B'");

        Cli.Outcome outcome = audit(how);

        assertThat(outcome.code()).isEqualTo(ExitCode.FAILURE);
        assertThat(line(outcome, "crm.Deal"))
                .startsWith("DIFF ")
                .contains("rows: vendor 3, here 2")
                .contains("sum of Amount: vendor 1234587.51, here 1234567.01");
        assertThat(outcome.errors()).contains("crm.Deal differs from the source");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--count", "--records"})
    void anAmountChangedByHandIsADifferenceHoweverSmall(String how) throws Exception {
        folder.execute("UPDATE raw_crm.deal SET amount = amount + 0.01 WHERE id = 'A'");

        Cli.Outcome outcome = audit(how);

        assertThat(outcome.code()).isEqualTo(ExitCode.FAILURE);
        assertThat(line(outcome, "crm.Deal"))
                .contains("sum of Amount: vendor 1234587.51, here 1234587.52")
                .doesNotContain("rows: vendor");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--count", "--records"})
    void aRowThatTheVendorNoLongerHasIsADifference(String how) throws Exception {
        folder.vendor(A, B, D);

        Cli.Outcome outcome = audit(how);

        assertThat(outcome.code()).isEqualTo(ExitCode.FAILURE);
        assertThat(line(outcome, "crm.Deal"))
                .contains("rows: vendor 2, here 3")
                .contains("newest Stamp: vendor 2026-01-02T00:00:00Z, here 2026-01-03T00:00:00Z");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--count", "--records"})
    void whatChangedAtTheVendorAfterTheBookmarkIsNoDifference(String how) throws Exception {
        folder.vendor(A, deal("B", "99", 11, false), deal("C", "1", 12, true), D, deal("E", "5", 13, false));

        Cli.Outcome outcome = audit(how);

        assertThat(outcome.code()).as(outcome.output()).isEqualTo(ExitCode.OK);
        assertThat(line(outcome, "crm.Deal")).endsWith("1 rows, 1 sums, newest 2026-01-01T00:00:00Z, 3 changed since");
    }

    @Test
    void byRecordsEachRowIsNamed() throws Exception {
        folder.execute("DELETE FROM raw_crm.deal WHERE id = 'A'; UPDATE raw_crm.deal SET amount = 21 WHERE id = 'B';"
                + " INSERT INTO raw_crm.deal VALUES ('X', 1, '2026-01-05T00:00:00Z', false)");

        assertThat(line(audit("--records"), "crm.Deal"))
                .contains("1 missing here: [\"A\"]")
                .contains("1 here alone: [\"X\"]")
                .contains("1 with another Amount: [\"B\"]");
    }

    @Test
    void whatTheCatalogCallsCalculatedIsNotComparedForItChangesWithoutANewStamp() {
        assertThat(line(audit("--records"), "crm.Deal")).startsWith("OK ").doesNotContain("Guess");
    }

    @Test
    void byRecordsNoDigitIsTooMany() throws Exception {
        folder.vendor(deal("A", "12345678901234567.01", 1, false), B, C, D);
        folder.execute("UPDATE raw_crm.deal SET amount = 12345678901234567.02 WHERE id = 'A'");

        assertThat(line(audit("--records"), "crm.Deal"))
                .contains("sum of Amount: vendor 12345678901234587.51, here 12345678901234587.52");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--count", "--records"})
    void rulesOfTheTargetMakeNoFalseDifference(String how) throws Exception {
        folder.project(
                "",
                ", column_rules: [{stream: Deal, column: Amount, rule: 'null'}, {stream: Deal, column: Id, rule: hash}]");
        Cli hashing = cli.with("BIZOPS_COLUMN_RULES_KEY", KEY);
        folder.vendor(A, B, deal("C", "1", 12, false), D);
        folder.execute("UPDATE raw_crm.deal SET amount = NULL, id = CASE id"
                + " WHEN 'C' THEN '" + hash("C") + "' WHEN 'A' THEN '" + hash("A") + "' WHEN 'B' THEN '" + hash("B")
                + "' ELSE id END");

        Cli.Outcome outcome = hashing.call("audit", "--file", file(), how);

        assertThat(outcome.code()).as(outcome.output() + outcome.errors()).isEqualTo(ExitCode.OK);
        assertThat(line(outcome, "crm.Deal")).contains("2 rows, newest").contains("1 changed since");
    }

    @Test
    void whatCannotBeCountedIsSkippedWithTheReason() {
        assertThat(line(audit("--count"), "crm.Note"))
                .isEqualTo("SKIP  crm.Note                          " + "notes cannot be counted");
    }

    @Test
    void aTableWithoutAKeyIsNotCompared() throws Exception {
        folder.execute("ALTER TABLE raw_crm.deal DROP CONSTRAINT deal_pkey");

        assertThat(line(audit("--count"), "crm.Deal")).startsWith("SKIP ").contains("raw_crm.deal has no unique key");
    }

    @Test
    void aTableThatIsGoneIsADifference() throws Exception {
        folder.execute("DROP TABLE raw_crm.deal");

        Cli.Outcome outcome = audit("--count");

        assertThat(outcome.code()).isEqualTo(ExitCode.FAILURE);
        assertThat(line(outcome, "crm.Deal")).contains("rows: vendor 3, here no table of it in schema raw_crm");
    }

    @Test
    void aTapThatCannotBeAskedIsNamedWithItsReason() throws Exception {
        folder.project(", broken: true");

        Cli.Outcome outcome = audit("--count");

        assertThat(outcome.code()).isEqualTo(ExitCode.PARTIAL);
        assertThat(outcome.output()).startsWith("SKIP  crm ").contains("ended with 1", "the token was refused");
    }

    @Test
    void aTapThatCouldCountSomeStreamsOnlyEndsWith77AndADifferenceWith1() throws Exception {
        folder.project(", exit: 77");
        Cli.Outcome partly = audit("--count");
        folder.execute("DELETE FROM raw_crm.deal WHERE id = 'B'");
        Cli.Outcome differing = audit("--count");

        assertThat(partly.code()).isEqualTo(ExitCode.PARTIAL);
        assertThat(line(partly, "crm.Deal")).startsWith("OK ");
        assertThat(differing.code()).isEqualTo(ExitCode.FAILURE);
    }

    @Test
    void whatWasFoundIsKeptAndShown() throws Exception {
        folder.execute("DELETE FROM raw_crm.deal WHERE id = 'B'");
        audit("--count");
        folder.execute("INSERT INTO raw_crm.deal VALUES ('B', 20.5, '2026-01-02T00:00:00Z', false)");
        audit("--records");

        Cli.Outcome all = cli.call("history", "--audits");
        Cli.Outcome failed = cli.call("history", "--audits", "--failed");

        assertThat(all.output().lines())
                .hasSize(3)
                .first()
                .asString()
                .matches("20\\d\\d-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d  OK    crm\\.Deal +3 rows");
        assertThat(failed.output().lines()).hasSize(1).first().asString().contains("rows: vendor 3, here 2");
        assertThat(new PipelineFolder(directory, database)
                        .value("SELECT concat_ws(' ', environment, tap, stream, method, verdict, vendor_rows, our_rows,"
                                + " changed_rows, sums, newest_ours AT TIME ZONE 'UTC') FROM bizops.audit"
                                + " WHERE stream = 'Deal' AND method = 'count'"))
                .isEqualTo("default crm Deal count DIFF 3 2 0 {\"Amount\": {\"ours\": \"1234567.01\","
                        + " \"vendor\": \"1234587.51\"}} 2026-01-03 00:00:00");
    }

    @Test
    void aProgramReadsItAsJson() throws Exception {
        Cli.Outcome outcome = audit("--count", "--json", "--stream", "De*");

        Map<String, @Nullable Object> deal = Json.parseObject(line(outcome, "\"Deal\""));
        assertThat(deal)
                .containsEntry("verdict", "OK")
                .containsEntry("vendor_rows", 3)
                .containsEntry("our_rows", 3)
                .containsEntry("sums", Map.of("Amount", Map.of("vendor", "1234587.51", "ours", "1234587.51")));
    }

    @Test
    void whatTheDocumentTellsAuthorsToPrintIsTaken() throws Exception {
        String page = Files.readString(Path.of("..", "docs", "audit.md"));
        String example = page.substring(page.indexOf("```json\n") + 8);
        String line = example.substring(0, example.indexOf("```")).replace('\n', ' ');
        folder.project(", print: '" + line + "'");

        assertThat(line(audit("--count"), "crm.Deal"))
                .startsWith("DIFF ")
                .contains("rows: vendor 104, here 3", "sum of Amount: vendor 2315286.87, here ")
                .contains("newest Stamp: vendor 2026-06-28T18:19:34Z, here 2026-01-03T00:00:00Z");
    }

    @Test
    void aPatternThatFitsNoStreamIsAnError() {
        Cli.Outcome outcome = audit("--count", "--stream", "Dael");

        assertThat(outcome.code()).isEqualTo(ExitCode.FAILURE);
        assertThat(outcome.errors()).contains("--stream: 'Dael' fits no stream").contains("Deal");
    }

    private Cli.Outcome audit(String... arguments) {
        String[] all = new String[arguments.length + 3];
        all[0] = "audit";
        all[1] = "--file";
        all[2] = file();
        System.arraycopy(arguments, 0, all, 3, arguments.length);
        return cli.call(all);
    }

    private String file() {
        return directory.resolve("bizops.yml").toString();
    }

    private static String line(Cli.Outcome outcome, String name) {
        return outcome.output()
                .lines()
                .filter(line -> line.contains(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError(outcome.output() + outcome.errors()));
    }

    /** As the rule does it: of the text in lower case. */
    private static String hash(String text) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(KEY.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return HexFormat.of()
                .formatHex(mac.doFinal(text.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8)));
    }
}
