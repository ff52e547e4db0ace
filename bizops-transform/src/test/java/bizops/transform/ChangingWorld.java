package bizops.transform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Raw tables of a few invented companies, and whatever may happen to them between two builds, as a loader lands it: each
 * changed row gets a new number, each commit a checkpoint.
 */
final class ChangingWorld {
    private static final List<String> TABLES = List.of(
            "raw_salesforce.lead",
            "raw_salesforce.contact",
            "raw_salesforce.campaign",
            "raw_salesforce.campaignmember",
            "raw_salesforce.opportunity",
            "raw_salesforce.opportunitycontactrole",
            "raw_salesforce.opportunityhistory",
            "raw_salesforce.datedconversionrate",
            "raw_salesforce.account",
            "raw_marketo.leads",
            "raw_marketo.activities",
            "raw_zuora.rateplancharge",
            "raw_zuora.subscription");

    /** Of which versions are kept: the source stamps each change later than the one before. */
    private static final List<String> STAMPED = List.of(
            "raw_salesforce.lead", "raw_salesforce.campaign", "raw_salesforce.opportunity", "raw_salesforce.account");

    private static final Instant FIRST_STAMP = Instant.parse("2020-05-01T00:00:00Z");

    /** What may happen: a table, and a statement with places for its next number, days, and ids of any rows. */
    private static final List<String> HAPPENINGS = List.of(
            // a late touch, 400 days old
            "insert into raw_salesforce.campaignmember (id, campaignid, leadid, hasresponded, isdeleted, createddate,"
                    + " _sdc_sequence) values ('00v{n}', {campaign}, {lead}, 'true', 'false',"
                    + " '2019-07-28T12:00:00.000+0000', {n})",
            "insert into raw_salesforce.campaignmember (id, campaignid, contactid, hasresponded, isdeleted, createddate,"
                    + " _sdc_sequence) values ('00v{n}', {campaign}, {contact}, 'true', 'false',"
                    + " '{day}T12:00:00.000+0000', {n})",
            "update raw_salesforce.campaignmember set firstrespondeddate = '{day}' {where}",
            "update raw_salesforce.campaignmember set campaignid = {campaign}, leadid = {lead} {where}",
            "update raw_salesforce.campaignmember set isdeleted = 'true' {where}",
            "update raw_salesforce.campaignmember set _sdc_deleted_at = now() {where}",
            "delete from raw_salesforce.campaignmember {which}",
            "update raw_salesforce.lead set email = '{letter}@0x.example' {where}",
            "update raw_salesforce.lead set isdeleted = 'true', masterrecordid = {lead} {where}",
            "update raw_salesforce.lead set isconverted = 'true', converteddate = '{day}', convertedcontactid = {contact},"
                    + " convertedopportunityid = {opportunity} {where}",
            "delete from raw_salesforce.lead {which}",
            "update raw_salesforce.contact set email = '{letter}@1x.example', isdeleted = 'false' {where}",
            "update raw_salesforce.contact set isdeleted = 'true', masterrecordid = {contact} {where}",
            "update raw_salesforce.opportunitycontactrole set opportunityid = {opportunity}, contactid = {contact} {where}",
            "update raw_salesforce.opportunitycontactrole set isdeleted = 'true' {where}",
            "update raw_salesforce.opportunity set incremental_acv__c = '{n}', amount = '{n}' {where}",
            "update raw_salesforce.opportunity set iswon = 'true', isclosed = 'true', closedate = '{day}' {where}",
            "update raw_salesforce.opportunity set sales_accepted_date__c = '{day}', isdeleted = 'false' {where}",
            "update raw_salesforce.opportunity set currencyisocode = 'GBP' {where}",
            "update raw_salesforce.opportunity set isdeleted = 'true' {where}",
            "insert into raw_salesforce.opportunityhistory (id, opportunityid, stagename, amount, closedate, createddate,"
                    + " isdeleted, _sdc_sequence) values ('008{n}', {opportunity}, 'Stage {letter}', '{n}', '{day}',"
                    + " '{day}T10:00:00.000+0000', 'false', {n})",
            "update raw_salesforce.campaign set name = 'Campaign {n}', type = 'Type 2' {where}",
            "update raw_salesforce.campaign set isdeleted = 'true' {where}",
            // spend that is restated
            "update raw_salesforce.campaign set actualcost = '{n}', startdate = '{day}', isdeleted = 'false' {where}",
            "update raw_salesforce.datedconversionrate set conversionrate = '0.{n}' {where}",
            "update raw_salesforce.account set name = 'Account {n}' {where}",
            "insert into raw_marketo.activities (id, marketoguid, leadid, activitytypeid, campaignid, activitydate,"
                    + " _sdc_sequence) select 'a{n}', 'g{n}', leadid, '11', campaignid, '{day}T12:00:00.000+0000', {n}"
                    + " from raw_marketo.activities order by md5(id || '{n}') limit 1",
            "update raw_marketo.activities set activitydate = '{day}T12:00:00.000+0000' {where}",
            "update raw_marketo.activities set _sdc_deleted_at = now() {where}",
            "update raw_marketo.leads set sfdcleadid = {lead}, sfdccontactid = null {where}",
            "insert into raw_marketo.lead_merges (winnerid, loserid, _sdc_sequence) select min(id), max(id), {n} from ("
                    + "select id from raw_marketo.leads order by md5(id || '{n}') limit 2) x",
            "update raw_zuora.rateplancharge set mrr = '{n}' {where}",
            "update raw_zuora.subscription set status = 'Cancelled' {where}");

    private final Warehouse warehouse;
    private final Path settings;
    private final Random random;
    private long number = 1000;
    private LocalDate asOf = World.AS_OF;

    ChangingWorld(Warehouse warehouse, Path seeds, long seed) throws SQLException, IOException {
        this.warehouse = warehouse;
        this.settings = seeds.resolve("settings.json");
        this.random = new Random(seed);
        try (Connection connection = warehouse.connect()) {
            WorldLoad.load(connection, new World(seed, 2));
            new BillingWorld(seed).load(connection);
            try (Statement statement = connection.createStatement()) {
                for (String line : prepared()) {
                    statement.execute(line);
                }
            }
        }
        Files.writeString(seeds.resolve("campaign_channel.csv"), "campaign_type,channel\nType 0,Alpha\nType 2,Beta\n");
        Files.writeString(seeds.resolve("touch_activity.csv"), "activity_type_id,name\n11,Click\n");
        Files.writeString(seeds.resolve("collateral.csv"), "collateral,path_prefix\nGuide,/guide\n");
        writeSettings();
    }

    private static List<String> prepared() {
        List<String> lines = new ArrayList<>(List.of(
                "create schema if not exists bizops",
                "create table bizops.checkpoint (checkpoint_id bigint generated always as identity primary key,"
                        + " schema_name text, table_name text, least_sequence bigint, greatest_sequence bigint,"
                        + " is_rewrite boolean, run_id text, committed_at timestamptz default now())",
                "create table raw_salesforce.opportunityhistory (id text, opportunityid text, stagename text, amount text,"
                        + " closedate text, createddate text, isdeleted text)",
                "create table raw_salesforce.datedconversionrate (id text, isocode text, startdate text,"
                        + " conversionrate text)",
                "insert into raw_salesforce.datedconversionrate values ('0c1', 'GBP', '2019-01-01', '0.8'),"
                        + " ('0c2', 'GBP', '2020-04-01', '0.75')",
                "create table raw_salesforce.currencytype (id text, isocode text, iscorporate text)",
                "insert into raw_salesforce.currencytype values ('01L', 'USD', 'true')",
                "alter table raw_salesforce.opportunity add stagename text, add currencyisocode text default 'USD'",
                "alter table raw_salesforce.campaign add actualcost text, add startdate text, add enddate text",
                "alter table raw_salesforce.account add name text",
                "alter table raw_marketo.activities add id text",
                "update raw_marketo.activities set id = 'a' || marketoguid",
                "alter table raw_marketo.activities add primaryattributevalue text default '/guide'",
                "drop table raw_marketo.lead_merges",
                "create table raw_marketo.lead_merges (winnerid text, loserid text, _sdc_sequence bigint)"));
        for (String table : STAMPED) {
            lines.add("alter table " + table + " add systemmodstamp text default '" + FIRST_STAMP + "'");
        }
        for (String table : TABLES) {
            lines.add("alter table " + table + " add _sdc_sequence bigint default 1, add _sdc_deleted_at timestamptz");
            lines.add("create unique index on " + table + " (" + (table.endsWith("activities") ? "marketoguid" : "id")
                    + ")");
            lines.add(
                    "insert into bizops.checkpoint (schema_name, table_name, least_sequence, greatest_sequence, is_rewrite,"
                            + " run_id) values ('" + table.replace(".", "', '") + "', 1, 1, false, 'first')");
        }
        return lines;
    }

    /** Lets some things happen, each committed for itself; what they were. */
    List<String> change(int happenings) throws SQLException, IOException {
        List<String> happened = new ArrayList<>();
        for (int i = 0; i < happenings; i++) {
            if (random.nextInt(12) == 0) {
                asOf = asOf.plusDays(random.nextInt(40) - 10);
                writeSettings();
                happened.add("as_of " + asOf);
                continue;
            }
            number++;
            String happening = HAPPENINGS.get(random.nextInt(HAPPENINGS.size()));
            String table = happening.replaceFirst("^(insert into|update|delete from) (\\S+).*$", "$2");
            String sql = filled(happening, table);
            warehouse.execute(sql);
            warehouse.execute(
                    "insert into bizops.checkpoint (schema_name, table_name, least_sequence, greatest_sequence,"
                            + " is_rewrite, run_id) values ('" + table.replace(".", "', '") + "', " + number + ", "
                            + number + ", "
                            + happening.startsWith("delete") + ", 'test')");
            happened.add(sql);
        }
        return happened;
    }

    private String filled(String happening, String table) {
        String stamp = STAMPED.contains(table) ? ", systemmodstamp = '" + FIRST_STAMP.plusSeconds(number) + "'" : "";
        return happening
                .replace("{where}", stamp + ", _sdc_sequence = {n} {which}")
                .replace(
                        "{which}",
                        "where id in (select id from " + table + " order by md5(id || '{n}') limit "
                                + (1 + random.nextInt(2)) + ")")
                .replace("{campaign}", any("campaign"))
                .replace("{lead}", any("lead"))
                .replace("{contact}", any("contact"))
                .replace("{opportunity}", any("opportunity"))
                .replace("{letter}", List.of("a", "b", "z").get(random.nextInt(3)))
                .replace(
                        "{day}",
                        LocalDate.of(2020, 2, 20).plusDays(random.nextInt(210)).toString())
                .replace("{n}", Long.toString(number));
    }

    private String any(String object) {
        return "(select id from raw_salesforce." + object + " order by md5(id || '" + random.nextInt(1000)
                + "') limit 1)";
    }

    private void writeSettings() throws IOException {
        Files.writeString(
                settings,
                "{\"as_of\": \"" + asOf + "\", \"lookback_days\": " + World.LOOKBACK
                        + ", \"time_decay_half_life_days\": " + World.HALF_LIFE + "}");
    }
}
