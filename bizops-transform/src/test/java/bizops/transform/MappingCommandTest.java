package bizops.transform;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.singer.error.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code mapping init} and {@code mapping check} over the worked example, whose custom fields have the default names. */
final class MappingCommandTest {
    @TempDir
    Path folder;

    private final Warehouse warehouse = new Warehouse();

    @BeforeEach
    void loadWorkedExample() throws Exception {
        warehouse.withSalesforce(RawShape.TEXT).withZuora(RawShape.TEXT);
        warehouse.execute(
                "alter table raw_salesforce.opportunity add column deal_margin__c text, add column margin_note__c text");
        warehouse.execute(
                "update raw_salesforce.opportunity set deal_margin__c = '0.8', margin_note__c = 'secret nora@lumen.example'"
                        + " where id in (select max(id) from raw_salesforce.opportunity)");
    }

    @Test
    void theDraftShowsCandidatesWithCountsAndKeepsTheNumbersAsTheyWere() throws Exception {
        Warehouse.Outcome outcome = run("init");

        assertThat(outcome.exit()).as(outcome.stderr()).isEqualTo(ExitCode.OK);
        String draft = Files.readString(folder.resolve("mapping.yml"));
        assertThat(draft)
                .contains(
                        "  #   incremental_acv__c: text, 100 % filled, 100 % read as number\n",
                        "  iacv: [Incremental_ACV__c, Amount]\n", """
                          #   deal_margin__c: text, 33 % filled, 100 % read as number, similar name
                          # use margin: [deal_margin__c]
                          margin: []
                        """, "  sao_stage: null\n")
                .doesNotContain("secret", "margin_note__c", "0.8");
        assertThat(run("check").exit()).isEqualTo(ExitCode.OK);
        Path seeds = Warehouse.seeds(folder, "", "");
        Files.copy(folder.resolve("mapping.yml"), seeds.resolve("mapping.yml"));
        Warehouse.Outcome build = warehouse.build(seeds);
        assertThat(build.exit()).as(build.stderr()).isEqualTo(ExitCode.OK);
        assertThat(warehouse.rows("select won_iacv::int from marts.total_performance where model = 'first'"))
                .containsExactly("28000");
    }

    @Test
    void theDraftNamesFieldsThatOnlyACatalogKnows() throws Exception {
        Path catalog = Files.writeString(folder.resolve("catalog.json"), """
                {"streams": [{"tap_stream_id": "Opportunity", "stream": "Opportunity", "key_properties": ["Id"], "schema":
                {"type": "object", "properties": {"Id": {"type": "string"}, "Net_New_ACV__c": {"type": ["null", "number"]},
                "Incremental_ACV__c": {"type": ["null", "number"]}}}, "metadata": []}]}
                """);

        Warehouse.Outcome outcome = run("init", "--catalog", catalog.toString());

        assertThat(outcome.exit()).as(outcome.stderr()).isEqualTo(ExitCode.OK);
        assertThat(Files.readString(folder.resolve("mapping.yml")))
                .contains(
                        "#   Incremental_ACV__c: text, 100 % filled",
                        "#   Net_New_ACV__c: in the catalog only; select and load it first, similar name");
    }

    @Test
    void theDraftNeverReplacesAFile() throws Exception {
        mapping("lead: {segment: []}\n");

        Warehouse.Outcome outcome = run("init");

        assertThat(outcome.exit()).isEqualTo(ExitCode.FAILURE);
        assertThat(outcome.stderr()).contains("mapping.yml exists and is kept");
        assertThat(Files.readString(folder.resolve("mapping.yml"))).isEqualTo("lead: {segment: []}\n");
    }

    @Test
    void theCheckTellsOfEachMeaningWhatHoldsIt() throws Exception {
        mapping("opportunity: {segment: [Type], iacv: {coalesce: [ACV__c, Amount]}}\n");

        Warehouse.Outcome outcome = run("check");

        assertThat(outcome.exit()).as(outcome.stderr()).isEqualTo(ExitCode.OK);
        assertThat(outcome.stdout())
                .contains(
                        "opportunity.segment: Type, text, 66 % filled\n",
                        "opportunity.iacv: ACV__c, text, 100 % filled, 100 % read as number; Amount, text, 100 % filled",
                        "opportunity.margin: null in all rows; deal_margin__c might hold it\n",
                        "lead.mql_date: MQL_Date__c, text, 57 % filled, 100 % read as date\n"
                                .replace("57", mqlShare()));
    }

    @Test
    void theCheckEndsWithALineForEachThingThatIsWrong() throws Exception {
        mapping("""
                opportunity: {iacv: [Incremental_AVC__c, StageName], margn: [x]}
                spend: [{table: raw_salesforce.campaign, date: startdate, campaign_key: name, amount: type}]
                """);

        Warehouse.Outcome outcome = run("check");

        assertThat(outcome.exit()).isEqualTo(ExitCode.FAILURE);
        assertThat(outcome.stderr())
                .contains(
                        "unknown 'opportunity.margn'; did you mean opportunity.margin?",
                        "'opportunity.iacv' names Incremental_AVC__c, which raw table Opportunity does not have;"
                                + " did you mean incremental_acv__c?",
                        "'opportunity.iacv': 3 of 3 values of StageName cannot be read as number",
                        "spend table raw_salesforce.campaign: 3 of 3 values of type cannot be read")
                .hasLineCount(4);
    }

    @Test
    void anythingElseThanInitAndCheckIsAQuestionOfUsage() throws Exception {
        assertThat(run("chek").stderr()).contains("mapping takes init or check, got chek");
    }

    private String mqlShare() throws Exception {
        return warehouse
                .rows("select count(mql_date__c) * 100 / count(*) from raw_salesforce.lead")
                .get(0);
    }

    private void mapping(String text) throws IOException {
        Files.writeString(folder.resolve("mapping.yml"), text);
    }

    private Warehouse.Outcome run(String action, String... more) throws IOException {
        String[] arguments = new String[more.length + 3];
        arguments[0] = action;
        arguments[1] = "--seeds";
        arguments[2] = folder.toString();
        System.arraycopy(more, 0, arguments, 3, more.length);
        return warehouse.run("mapping", arguments);
    }
}
