-- Raw Salesforce tables of a company of any size, as target-postgres lands them: three years up to 2024-06-30. Every value
-- follows from its row's number alone.
create function pg_temp.dice(i bigint, what integer, sides bigint) returns bigint language sql immutable
    as 'select (hashint8extended(i, what) & 9223372036854775807) % sides';
create function pg_temp.id(prefix text, i bigint) returns text language sql immutable
    as 'select prefix || lpad(to_hex(i), 12, ''0'') || ''AAA''';
create function pg_temp.day(i bigint) returns date language sql immutable
    as 'select date ''2021-07-01'' + i::integer';
create temporary table size as
select t as touches, t / 10 as leads, t / 50 * 3 as contacts, t / 50 as opportunities, t / 100 as accounts,
    current_setting('world.campaigns')::bigint as campaigns, 40::bigint as users
from (select current_setting('world.touches')::bigint as t) x;
create temporary table deal as
select i as deal, (i - 1) / 2 + 1 as account, 365 + pg_temp.dice(i, 1, 700) as created,
    365 + pg_temp.dice(i, 1, 700) + 10 + pg_temp.dice(i, 2, 120) as closing,
    case when 365 + pg_temp.dice(i, 1, 700) + 10 + pg_temp.dice(i, 2, 120) > 1095 then '4-Proposal'
        when pg_temp.dice(i, 3, 100) < 55 then 'Closed Won' else '8-Closed Lost' end as stage,
    (1000 + pg_temp.dice(i, 4, 49000))::numeric as amount
from size, generate_series(1, size.opportunities) i;
create schema raw_salesforce;
create table raw_salesforce."user" as
select pg_temp.id('005', i) as id, 'User ' || i as name, true as isactive, null::text as managerid, null::text as userroleid,
    timestamptz '2021-07-01 00:00Z' as systemmodstamp
from size, generate_series(1, size.users) i;
create table raw_salesforce.account as
select pg_temp.id('001', i) as id, 'Company ' || i as name, 'Prospect' as type,
    (array['Software', 'Retail', 'Energy', 'Media'])[1 + pg_temp.dice(i, 5, 4)] as industry, null::text as parentid,
    pg_temp.id('005', 1 + pg_temp.dice(i, 6, size.users)) as ownerid, null::text as masterrecordid, false as isdeleted,
    timestamptz '2021-07-01 00:00Z' as createddate, timestamptz '2021-07-01 00:00Z' as systemmodstamp
from size, generate_series(1, size.accounts) i;
create table raw_salesforce.campaign as
select pg_temp.id('701', i) as id, 'Campaign ' || i as name, 'Type ' || pg_temp.dice(i, 7, 12) as type, 'Completed' as status,
    pg_temp.day(pg_temp.dice(i, 8, 900)) as startdate, pg_temp.day(pg_temp.dice(i, 8, 900) + 90) as enddate,
    null::text as parentid, null::numeric as budgetedcost, (1000 + pg_temp.dice(i, 9, 90000))::numeric as actualcost,
    false as isdeleted, timestamptz '2021-07-01 00:00Z' as createddate, timestamptz '2021-07-01 00:00Z' as systemmodstamp
from size, generate_series(1, size.campaigns) i;
create table raw_salesforce.opportunity as
select pg_temp.id('006', d.deal) as id, pg_temp.id('001', d.account) as accountid, 'Deal ' || d.deal as name,
    (array['New Business', 'Add-On Business'])[1 + d.deal % 2] as type, d.stage as stagename,
    d.stage <> '4-Proposal' as isclosed, d.stage = 'Closed Won' as iswon,
    (array['Search', 'Event', 'Referral', null])[1 + pg_temp.dice(d.deal, 10, 4)] as leadsource,
    pg_temp.id('701', 1 + pg_temp.dice(d.deal, 11, size.campaigns)) as campaignid,
    pg_temp.id('005', 1 + pg_temp.dice(d.deal, 12, size.users)) as ownerid, d.amount, d.amount as incremental_acv__c,
    case when pg_temp.dice(d.deal, 13, 10) < 8 then pg_temp.day(d.created + pg_temp.dice(d.deal, 14, 10)) end
        as sales_accepted_date__c,
    null::text as sql_source__c, 50::numeric as probability, pg_temp.day(d.closing) as closedate, false as isdeleted,
    pg_temp.day(d.created)::timestamp at time zone 'UTC' as createddate,
    pg_temp.day(least(d.closing, 1095))::timestamp at time zone 'UTC' as systemmodstamp
from size, deal d;
create table raw_salesforce.opportunityhistory as
select pg_temp.id('008', (d.deal - 1) * 3 + n) as id, pg_temp.id('006', d.deal) as opportunityid,
    case n when 1 then '0-Pending Acceptance' when 2 then '1-Discovery' else d.stage end as stagename, d.amount,
    pg_temp.day(d.closing) as closedate, (n * 20)::numeric as probability, 'Pipeline' as forecastcategory,
    pg_temp.id('005', 1) as createdbyid,
    pg_temp.day(case n when 1 then d.created when 2 then d.created + 5 else least(d.closing, 1095) end)::timestamp
        at time zone 'UTC' as createddate
from deal d, generate_series(1, 3) n;
create table raw_salesforce.contact as
select pg_temp.id('003', i) as id, 'p' || i || '@c' || d.account || '.example' as email,
    pg_temp.id('001', d.account) as accountid, pg_temp.id('005', 1 + i % size.users) as ownerid,
    null::text as masterrecordid, false as isdeleted, pg_temp.day(d.created)::timestamp at time zone 'UTC' as createddate,
    pg_temp.day(d.created)::timestamp at time zone 'UTC' as systemmodstamp
from size, generate_series(1, size.contacts) i
join deal d on d.deal = (i - 1) / 3 + 1;
create table raw_salesforce.opportunitycontactrole as
select pg_temp.id('00K', i) as id, pg_temp.id('006', (i - 1) / 3 + 1) as opportunityid, pg_temp.id('003', i) as contactid,
    i % 3 = 1 as isprimary, 'Decision Maker' as role, false as isdeleted
from size, generate_series(1, size.contacts) i;
create table raw_salesforce.lead as
select pg_temp.id('00Q', i) as id,
    case when i <= size.contacts then 'p' || i || '@c' || d.account || '.example' else 'l' || i || '@lead.example' end as email,
    (array['Search', 'Event', 'Referral', null])[1 + pg_temp.dice(i, 15, 4)] as leadsource, 'Open' as status,
    'Company ' || i as company, pg_temp.id('005', 1 + i % size.users) as ownerid, i <= size.contacts as isconverted,
    case when i <= size.contacts then pg_temp.day(d.created) end as converteddate,
    case when i <= size.contacts then pg_temp.id('003', i) end as convertedcontactid,
    case when i <= size.contacts then pg_temp.id('001', d.account) end as convertedaccountid,
    case when i <= size.contacts then pg_temp.id('006', d.deal) end as convertedopportunityid,
    null::text as masterrecordid, false as isdeleted,
    case when pg_temp.dice(i, 16, 2) = 0
        then pg_temp.day(coalesce(d.created, 100 + pg_temp.dice(i, 17, 900)) - pg_temp.dice(i, 18, 60)) end as mql_date__c,
    pg_temp.day(coalesce(d.created, 100 + pg_temp.dice(i, 17, 900)) - 60 - pg_temp.dice(i, 19, 40))::timestamp
        at time zone 'UTC' as createddate,
    timestamptz '2024-06-30 00:00Z' as systemmodstamp
from size, generate_series(1, size.leads) i
left join deal d on d.deal = (i - 1) / 3 + 1 and i <= (select contacts from size);
create table raw_salesforce.campaignmember as
select pg_temp.id('00v', i) as id, pg_temp.id('701', 1 + pg_temp.dice(i, 20, size.campaigns)) as campaignid,
    pg_temp.id('00Q', 1 + pg_temp.dice(i, 21, size.leads)) as leadid,
    case when 1 + pg_temp.dice(i, 21, size.leads) <= size.contacts
        then pg_temp.id('003', 1 + pg_temp.dice(i, 21, size.leads)) end as contactid,
    'Responded' as status, true as hasresponded, pg_temp.day(pg_temp.dice(i, 22, 1095)) as firstrespondeddate,
    false as isdeleted,
    pg_temp.day(pg_temp.dice(i, 22, 1095))::timestamp at time zone 'UTC' + pg_temp.dice(i, 23, 86400) * interval '1 second'
        as createddate,
    pg_temp.day(pg_temp.dice(i, 22, 1095))::timestamp at time zone 'UTC' as systemmodstamp
from size, generate_series(1, size.touches) i;
do $landed$
declare
    loaded text;
begin
    for loaded in select table_name from information_schema.tables where table_schema = 'raw_salesforce' loop
        execute format(
            'alter table raw_salesforce.%I
                add _sdc_extracted_at timestamptz not null default ''2024-07-01 00:00Z'',
                add _sdc_received_at timestamptz not null default ''2024-07-01 00:00Z'',
                add _sdc_batched_at timestamptz not null default ''2024-07-01 00:00Z'',
                add _sdc_deleted_at timestamptz,
                add _sdc_sequence bigint generated by default as identity,
                add _sdc_table_version bigint,
                add primary key (id)', loaded);
    end loop;
end
$landed$;
analyze;
