package bizops.transform;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.singer.error.ExitCode;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Who is the same person when records were merged, converted, deleted, or have no e-mail. */
final class IdentityTest {
    private static final Warehouse WAREHOUSE = new Warehouse();

    @BeforeAll
    static void build() throws Exception {
        WAREHOUSE.withSalesforce(RawShape.TYPED).withMarketo(RawShape.TEXT);
        addMarketoLeads();
        changeSalesforce();
        Warehouse.Outcome outcome = WAREHOUSE.build(Warehouse.fixture("seeds"));
        assertThat(outcome.exit()).as(outcome.stderr()).isEqualTo(ExitCode.OK);
    }

    /** 99 was merged into 98 and 98 into 11; 201 and 202 into each other; 301 into a lead that was never loaded. */
    private static void addMarketoLeads() throws SQLException {
        WAREHOUSE.execute("insert into raw_marketo.leads (id, email, sfdcleadid, sfdccontactid) values"
                + " ('99', 'nora@home.example', null, null), ('98', 'nora@work.example', null, null),"
                + " ('201', 'a@ring.example', null, null), ('202', 'b@ring.example', null, null),"
                + " ('301', 'c@lost.example', null, null), ('401', null, null, null),"
                + " ('501', 'other@tarn.example', null, '003000000000003'), ('601', null, '00Q000000000007', null)");
        WAREHOUSE.execute("alter table raw_marketo.leads add _sdc_deleted_at text");
        WAREHOUSE.execute("update raw_marketo.leads set _sdc_deleted_at = '2020-08-01T00:00:00Z' where id = '13'");
        WAREHOUSE.execute("create table raw_marketo.lead_merges (winnerid text, loserid text)");
        WAREHOUSE.execute("insert into raw_marketo.lead_merges values"
                + " ('98', '99'), ('11', '98'), ('202', '201'), ('201', '202'), ('999', '301')");
        WAREHOUSE.execute("insert into raw_marketo.activities (marketoguid, leadid, activitytypeid, activitydate,"
                + " campaignid) values ('951', '99', '11', '2020-06-01T10:00:00Z', '31'),"
                + " ('952', '13', '11', '2020-06-02T10:00:00Z', '31'),"
                + " ('953', '777', '11', '2020-06-03T10:00:00Z', '31')");
    }

    /**
     * L4's contact K3, a member of two campaigns, is deleted without a master; L7 has no e-mail; L8,
     * a member of two as well, is deleted without a master; K9 was merged into
     * K1; accounts A1 and A2 are each other's parent, A3's parent is A1.
     */
    private static void changeSalesforce() throws SQLException {
        WAREHOUSE.execute("update raw_salesforce.contact set isdeleted = true where id = '003000000000003AAA'");
        WAREHOUSE.execute("update raw_salesforce.lead set email = '  ' where id = '00Q000000000007EAA'");
        WAREHOUSE.execute("update raw_salesforce.lead set isdeleted = true where id = '00Q000000000008EAA'");
        WAREHOUSE.execute(
                "insert into raw_salesforce.contact (id, email, isdeleted, masterrecordid, createddate) values"
                        + " ('003000000000009AAA', 'old@lumen.example', true, '003000000000001AAA', '2020-01-01T00:00:00Z')");
        WAREHOUSE.execute("update raw_salesforce.account set parentid = '001000000000002AAA'"
                + " where id = '001000000000001AAA'");
        WAREHOUSE.execute("update raw_salesforce.account set parentid = '001000000000001AAA'"
                + " where id <> '001000000000001AAA'");
    }

    private static List<String> alias(String source, String id) throws SQLException {
        return WAREHOUSE.rows("select person_key, via from core.person_alias where source = '" + source
                + "' and source_id = '" + id + "'");
    }

    @Test
    void aMarketoLeadThatWasMergedGoesToTheEndOfItsChain() throws Exception {
        assertThat(alias("marketo_lead", "99")).containsExactly("nora@lumen.example|merge");
        assertThat(alias("marketo_lead", "98")).containsExactly("nora@lumen.example|merge");
        assertThat(WAREHOUSE.rows("select person_key from core.touch where touch_id = 'mkto:951'"))
                .containsExactly("nora@lumen.example");
    }

    @Test
    void mergesInARingOrIntoAnAbsentLeadEndWithAPerson() throws Exception {
        assertThat(alias("marketo_lead", "201")).containsExactly("b@ring.example|merge");
        assertThat(alias("marketo_lead", "202")).containsExactly("a@ring.example|merge");
        assertThat(alias("marketo_lead", "301")).containsExactly("c@lost.example|self");
    }

    @Test
    void aDeletedMarketoLeadStaysThePersonOfItsActivities() throws Exception {
        assertThat(WAREHOUSE.rows("select person_key from core.touch where touch_id = 'mkto:952'"))
                .containsExactly("pia@tarn.example");
        assertThat(WAREHOUSE.rows("select drop_reason from core.marketo_touch where touch_id = 'mkto:953'"))
                .containsExactly("lead_deleted");
    }

    @Test
    void aMarketoLeadIsMatchedToSalesforceByFifteenCharacters() throws Exception {
        assertThat(alias("marketo_lead", "601")).containsExactly("lead:00Q000000000007|sfdc_sync");
        assertThat(alias("marketo_lead", "501")).containsExactly("other@tarn.example|self");
        assertThat(alias("marketo_lead", "401")).containsExactly("marketo:401|self");
    }

    @Test
    void aConvertedLeadWhoseContactIsGoneFallsBackToItsOwnMail() throws Exception {
        assertThat(alias("sfdc_contact", "003000000000003AAA")).isEmpty();
        assertThat(alias("sfdc_lead", "00Q000000000004EAA")).containsExactly("pia@tarn.example|self");
    }

    @Test
    void aContactThatWasMergedIsItsMastersPerson() throws Exception {
        assertThat(alias("sfdc_contact", "003000000000009AAA")).containsExactly("nora@lumen.example|merge");
    }

    @Test
    void aDeletedLeadOrContactWithoutMasterIsNobodyAndItsTouchesAreCounted() throws Exception {
        assertThat(alias("sfdc_lead", "00Q000000000008EAA")).isEmpty();
        assertThat(WAREHOUSE.rows(
                        "select object, rows_affected from marts.note where code = 'lead_deleted' order by 1"))
                .contains("core.campaign_member_touch|4", "core.marketo_touch|1");
    }

    @Test
    void aLeadWithoutMailIsAPersonOfItsOwn() throws Exception {
        assertThat(WAREHOUSE.rows("select email, lead_count, first_lead_id from core.person"
                        + " where person_key = 'lead:00Q000000000007'"))
                .containsExactly("|1|00Q000000000007EAA");
        assertThat(WAREHOUSE.rows("select rows_affected from marts.note where code = 'person_without_email'"))
                .containsExactly("2");
    }

    @Test
    void accountsThatAreEachOthersParentHaveOneUltimateParent() throws Exception {
        assertThat(WAREHOUSE.rows("select name, ultimate_parent_id from core.organization order by 1"))
                .containsExactly("Lumen|001000000000001AAA", "Osier|001000000000001AAA", "Tarn|001000000000001AAA");
    }
}
