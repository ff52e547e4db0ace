-- An invented Salesforce, the same on every machine: enough of everything that the site's own cubes tell apart.
create schema raw_salesforce;

create table raw_salesforce.user as
select '00500000000000' || i as id, 'Owner ' || i as name, true as isactive, timestamptz '2026-06-30' as systemmodstamp
from generate_series(1, 4) i;

create table raw_salesforce.account as
select '001' || lpad(i::text, 12, '0') as id, 'Account ' || i as name,
    (array['Software', 'Retail', null])[1 + i % 3] as industry, false as isdeleted, timestamptz '2025-01-01' as createddate,
    timestamptz '2026-06-30' as systemmodstamp
from generate_series(1, 30) i;

create table raw_salesforce.campaign as
select '701' || lpad(i::text, 12, '0') as id, 'Campaign ' || i as name,
    (array['Paid Search', 'Event', 'Newsletter', 'Unheard of'])[1 + i % 4] as type, date '2025-01-01' as startdate,
    date '2025-12-31' as enddate, case when i = 3 then 900.00 end as actualcost, false as isdeleted,
    timestamptz '2025-01-01' as createddate, timestamptz '2026-06-30' as systemmodstamp
from generate_series(1, 8) i;

create table raw_salesforce.contact as
select '003' || lpad(i::text, 12, '0') as id, 'person' || i || '@example.com' as email,
    '001' || lpad((1 + i % 30)::text, 12, '0') as accountid, false as isdeleted, timestamptz '2025-01-01' as createddate,
    timestamptz '2026-06-30' as systemmodstamp
from generate_series(1, 60) i;

create table raw_salesforce.lead as
select '00Q' || lpad(i::text, 12, '0') as id, 'person' || i % 150 || '@example.com' as email,
    (array['Search', 'Event', 'Referral', null])[1 + i % 4] as leadsource, x.created_at as createddate,
    case when i % 3 = 0 then (x.created_at + (i % 9 - 1) * interval '1 day')::date end as mql_date__c,
    i % 6 = 0 as isconverted, case when i % 6 = 0 then (x.created_at + interval '10 days')::date end as converteddate,
    case when i % 6 = 0 then '003' || lpad((1 + i % 60)::text, 12, '0') end as convertedcontactid,
    case when i % 6 = 0 then '001' || lpad((1 + (1 + i % 60) % 30)::text, 12, '0') end as convertedaccountid,
    case when i % 12 = 0 then '006' || lpad((1 + i / 12)::text, 12, '0') end as convertedopportunityid,
    case when i % 5 <> 0 then '00500000000000' || 1 + i % 4 end as ownerid, false as isdeleted,
    timestamptz '2026-06-30' as systemmodstamp
from generate_series(1, 300) i
cross join lateral (select timestamptz '2025-01-02 12:00Z' + (i * 7 % 430) * interval '1 day' as created_at) x;

create table raw_salesforce.opportunity as
select '006' || lpad(i::text, 12, '0') as id, 'Opportunity ' || i as name,
    '001' || lpad((1 + i * 7 % 30)::text, 12, '0') as accountid, (array['New Business', null])[1 + i % 2] as type,
    case when i % 4 in (0, 1) then 'Closed Won' when i % 4 = 2 then '8-Closed Lost' else '1-Discovery' end as stagename,
    i % 4 <> 3 as isclosed, i % 4 in (0, 1) as iswon, 1000.50 * (1 + i % 7) as amount, 900.25 * (1 + i % 7) as incremental_acv__c,
    30 as probability, x.created_at as createddate, (x.created_at + (40 + i) * interval '1 day')::date as closedate,
    case when i % 5 <> 4 then (x.created_at + interval '5 days')::date end as sales_accepted_date__c,
    (array['Search', 'Event', null])[1 + i % 3] as leadsource, (array['BDR Generated', null])[1 + i % 2] as sql_source__c,
    case when i % 3 <> 0 then '701' || lpad((1 + i % 8)::text, 12, '0') end as campaignid,
    '00500000000000' || 1 + i % 3 as ownerid, false as isdeleted, timestamptz '2026-06-30' as systemmodstamp
from generate_series(1, 40) i
cross join lateral (select timestamptz '2025-02-01 12:00Z' + i * 9 * interval '1 day' as created_at) x;

create table raw_salesforce.opportunitycontactrole as
select '00K' || lpad((i * 2 + k)::text, 12, '0') as id, '006' || lpad(i::text, 12, '0') as opportunityid,
    '003' || lpad((1 + (i * 11 + k * 17) % 60)::text, 12, '0') as contactid, k = 0 as isprimary, false as isdeleted,
    timestamptz '2026-06-30' as systemmodstamp
from generate_series(1, 36) i
cross join generate_series(0, 1) k;

create table raw_salesforce.campaignmember as
select '00v' || lpad(i::text, 12, '0') as id, '701' || lpad((1 + i * 5 % 8)::text, 12, '0') as campaignid,
    case when i % 2 = 0 then '003' || lpad((1 + i % 60)::text, 12, '0') end as contactid,
    case when i % 2 = 1 then '00Q' || lpad((1 + i % 300)::text, 12, '0') end as leadid,
    i % 5 <> 0 as hasresponded, date '2024-11-15' + i * 13 % 500 as firstrespondeddate, false as isdeleted,
    timestamptz '2026-03-01' as createddate, timestamptz '2026-06-30' as systemmodstamp
from generate_series(1, 400) i;
