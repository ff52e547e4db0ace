-- What the cubes read, of an invented company: one hundred rows or so a table, the same on every machine; a null wherever
-- one may stand. Tables do not agree with one another, which no figure of the site needs.
create schema invented;
create schema marts;
create schema core;
create schema bizops;

create function invented.chance(seed text) returns numeric language sql immutable as
    $$ select ('x' || substr(md5(seed), 1, 8))::bit(32)::bigint::numeric / 4294967296 $$;
create function invented.one(seed text, of text[]) returns text language sql immutable as
    $$ select of[1 + floor(invented.chance(seed) * cardinality(of))::int] $$;
create function invented.day(seed text) returns date language sql immutable as
    $$ select date '2024-04-01' + floor(invented.chance(seed) * 717)::int $$;

create table marts.build_info as
select date '2026-03-18' as as_of, 'USD'::text as reporting_currency, 'Europe/Berlin'::text as reporting_timezone,
    0.78::numeric as gross_margin, 31.4285714285714286::numeric as average_retention_months,
    'first'::text as default_model, array['first', 'last', 'linear'] as models, 365 as lookback_days,
    61.5::numeric(12, 1) as median_conversion_days, 1 as fiscal_year_start_month, 'end'::text as fiscal_year_named_by,
    true as is_sao_defined;

create table marts.performance_group as
select 'campaign'::text as dimension, c.*
from (values
    ('C1', 'Brand search EMEA', 'Search', true, 0::bigint, 41.5::numeric),
    ('C2', 'Partner & friends <day>', 'Events', true, 0, 60),
    ('C3', '</script><script>alert(1)</script>', 'E-mail', false, 1, 12),
    ('C4', '=HYPERLINK("http://example.test")', 'Events', true, 0, null),
    ('C5', 'Planned for autumn', 'Search', false, 1, null),
    ('(unattributed)', '(unattributed)', '(unattributed)', false, 0, null)
) as c (group_id, group_name, channel, is_spend_known, spend_unknown_campaigns, median_days_own)
union all
select 'channel', c.channel, c.channel, c.channel, true, 0, null
from (values ('Search'), ('Events'), ('E-mail'), ('(unattributed)')) as c (channel);

create table marts.campaign_performance_day as
select m.model, c.group_id as campaign_id, c.group_name as campaign_name, c.channel, b.basis, d.day,
    case when c.is_spend_known then case when x.paid < 0.4 then round(x.paid * 900, 2) else 0 end end as spend,
    case when m.whole then floor(x.lead * 3) else round(x.lead * 3, 15) end as leads,
    case when m.whole then floor(x.lead * 1.8) else round(x.lead, 15) end as saos, round(x.value * 9000, 6) as sao_iacv,
    case when m.whole then floor(x.customer * 1.4) else round(x.customer * 0.7, 15) end as won,
    case when m.whole then floor(x.customer * 1.3) else round(x.customer * 0.6, 15) end as new_customers,
    v.iacv as won_iacv, round(v.iacv * 0.78, 8) as won_margin, case when x.half < 0.5 then v.iacv else 0 end as iacv_at_median,
    case when x.half < 0.1 then v.iacv else 0 end as iacv_within_30, case when x.half < 0.2 then v.iacv else 0 end as iacv_within_60,
    case when x.half < 0.3 then v.iacv else 0 end as iacv_within_90, case when x.half < 0.6 then v.iacv else 0 end as iacv_within_180,
    case when x.half < 0.9 then v.iacv else 0 end as iacv_within_365
from (values ('first', true), ('last', true), ('linear', false)) as m (model, whole)
cross join (select * from marts.performance_group where dimension = 'campaign' and group_id <> 'C5') c
cross join (values ('calendar'), ('cohort')) as b (basis)
cross join (
    select g.at::date as day from generate_series(timestamp '2024-04-02', timestamp '2026-03-17', interval '11 days') g (at)
) d
cross join lateral (
    select invented.chance('paid' || c.group_id || d.day) as paid,
        invented.chance('lead' || m.model || b.basis || c.group_id || d.day) as lead,
        invented.chance('customer' || m.model || b.basis || c.group_id || d.day) as customer,
        invented.chance('value' || m.model || b.basis || c.group_id || d.day) as value,
        invented.chance('half' || m.model || b.basis || c.group_id || d.day) as half
) x
cross join lateral (select case when x.customer > 0.72 then round(x.value * 24000, case when m.whole then 2 else 6 end) else 0 end as iacv) v;

create table marts.performance_fact as
select model, 'campaign'::text as dimension, campaign_id as group_id, basis, day, false as is_all_time, spend
from marts.campaign_performance_day;

create table marts.total_performance_day as
select model, basis, day, sum(spend) as spend, sum(leads) as leads, sum(saos) as saos, sum(sao_iacv) as sao_iacv,
    sum(won) as won, sum(new_customers) as new_customers, sum(won_iacv) as won_iacv, sum(won_margin) as won_margin,
    sum(iacv_at_median) as iacv_at_median, sum(iacv_within_30) as iacv_within_30, sum(iacv_within_60) as iacv_within_60,
    sum(iacv_within_90) as iacv_within_90, sum(iacv_within_180) as iacv_within_180, sum(iacv_within_365) as iacv_within_365
from marts.campaign_performance_day
group by 1, 2, 3;
-- Spend on a campaign that was deleted since.
update marts.total_performance_day set spend = spend + 1234.56
where day = (select min(day) from marts.total_performance_day where day > date '2025-01-05');


create table bizops.audit_count as
select
    1::bigint as build_id, invented.one('audit_count.entity ' || i, array['lead', 'account', 'touch']) as entity,
    invented.one('audit_count.layer ' || i, array['raw', 'staging', 'core']) as layer,
    floor(invented.chance('audit_count.rows ' || i) * 5)::bigint as rows, null::jsonb as sums
from generate_series(1, 30) i;

create table bizops.audit_drop as
select
    1::bigint as build_id, invented.one('audit_drop.entity ' || i, array['lead', 'account', 'touch']) as entity,
    invented.one('audit_drop.reason ' || i, array['deleted', 'superseded']) as reason,
    floor(invented.chance('audit_drop.rows ' || i) * 5)::bigint as rows
from generate_series(1, 8) i;

create table bizops.audit_reject as
select
    1::bigint as build_id, invented.one('audit_reject.table_name ' || i, array['lead', 'opportunity']) as table_name,
    invented.one('audit_reject.column_name ' || i, array['amount', 'closedate']) as column_name,
    'key ' || (i % 7) as key, 'value ' || (i % 7) as value
from generate_series(1, 12) i;

create table bizops.build as
select
    1::bigint as build_id, invented.day('build.started_at ' || i)::timestamp at time zone 'UTC' as started_at,
    invented.day('build.finished_at ' || i)::timestamp at time zone 'UTC' as finished_at,
    invented.one('build.mode ' || i, array['full']) as mode, date '2026-03-18' as as_of,
    'settings_hash ' || (i % 7) as settings_hash, 'code_version ' || (i % 7) as code_version,
    invented.one('build.status ' || i, array['published']) as status, 'error ' || (i % 7) as error
from generate_series(1, 1) i;

create table bizops.build_test as
select
    1::bigint as build_id,
    invented.one('build_test.test ' || i, array['a_is_b', 'references(x)', 'dated_after_as_of']) as "test",
    invented.one('build_test.model ' || i, array['core.lead', 'core.touch']) as model,
    invented.one('build_test.severity ' || i, array['warn', 'warn', 'error']) as severity,
    floor(invented.chance('build_test.failing ' || i) * 5)::bigint as failing, 'samples ' || (i % 7) as samples,
    'query ' || (i % 7) as query
from generate_series(1, 20) i;

create table bizops.run as
select
    'R' || i as run_id, 'state_id ' || (i % 7) as state_id,
    invented.one('run.tap ' || i, array['tap-salesforce', 'tap-zuora']) as tap,
    invented.one('run.target ' || i, array['target-postgres']) as target, 'tap_version ' || (i % 7) as tap_version,
    'target_version ' || (i % 7) as target_version,
    invented.day('run.started_at ' || i)::timestamp at time zone 'UTC' as started_at,
    invented.day('run.ended_at ' || i)::timestamp at time zone 'UTC' as ended_at,
    round(invented.chance('run.seconds ' || i) * 9000, 2) as seconds,
    floor(invented.chance('run.tap_exit_code ' || i) * 5)::int as tap_exit_code,
    floor(invented.chance('run.target_exit_code ' || i) * 5)::int as target_exit_code,
    floor(invented.chance('run.exit_code ' || i) * 5)::int as exit_code, 'error ' || (i % 7) as error,
    'host ' || (i % 7) as host, 'ci_job_url ' || (i % 7) as ci_job_url, 'git_sha ' || (i % 7) as git_sha,
    'config_hash ' || (i % 7) as config_hash
from generate_series(1, 6) i;

create table bizops.run_stream as
select
    'R' || i as run_id, invented.one('run_stream.stream ' || i, array['Lead', 'Account', 'Task']) as stream,
    floor(invented.chance('run_stream.rows_sent ' || i) * 5)::bigint as rows_sent,
    floor(invented.chance('run_stream.rows_read ' || i) * 5)::bigint as rows_read,
    floor(invented.chance('run_stream.bytes_loaded ' || i) * 5)::bigint as bytes_loaded
from generate_series(1, 20) i;

-- Of each stream the last audit counts; one tap could not be asked at all.
create table bizops.audit as
select
    'audit ' || (i / 3) as audit_id, 'prod'::text as environment, 'crm'::text as tap,
    (array['Lead', 'Account', 'Task <all>'])[1 + i % 3] as stream, 'count'::text as method,
    (timestamp '2026-03-17 06:00' + (i / 3) * interval '1 hour') at time zone 'UTC' as asked_at,
    (array['OK', 'DIFF', 'SKIP'])[1 + i % 3] as verdict, case when i % 3 = 2 then 'not counted by its source' end as reason,
    case when i % 3 < 2 then 100 + i end::bigint as vendor_rows, case when i % 3 < 2 then 100 + i - i % 3 end::bigint as our_rows,
    case when i % 3 < 2 then i end::bigint as changed_rows, null::timestamptz as newest_vendor, null::timestamptz as newest_ours,
    case when i % 3 < 2 then '{"Amount": {"vendor": "1.5", "ours": "1.5"}}' end::jsonb as sums,
    case when i % 3 = 1 then array['rows: vendor 101, here 100', 'sum of Amount: vendor 2, here 1'] end as differences
from generate_series(0, 8) i
union all
select 'audit 3', 'prod', 'mail', '', 'count', timestamptz '2026-03-17 09:00Z', 'SKIP', 'the tap cannot count', null, null, null,
    null, null, null, null;

create schema raw_invented;
create table raw_invented._sdc_rejected as
select 'Lead'::text as stream, invented.one('rejected.field ' || i, array['AnnualRevenue', 'CreatedDate <x>', null]) as field,
    '2026-03-17T0' || (i % 9) || ':15:00Z' as rejected_at
from generate_series(1, 20) i;
alter table raw_invented._sdc_rejected alter rejected_at type timestamptz using rejected_at::timestamptz;

create table core.opportunity as
select
    'O' || i as opportunity_id, 'A' || i as account_id, 'Opportunity <' || i || '>' as "name",
    case when invented.chance('null opportunity.type ' || i) > 0.12 then invented.one('opportunity.type ' || i, array['New Business', 'Add-On Business']) end as type,
    invented.one('opportunity.stage ' || i, array['1-Discovery', '2-Scoping', '3-Proposal', '4-Negotiating']) as stage,
    invented.chance('opportunity.is_closed ' || i) < 0.3 as is_closed,
    invented.chance('opportunity.is_won ' || i) < 0.3 as is_won,
    invented.chance('opportunity.is_won_to_date ' || i) < 0.3 as is_won_to_date,
    case when invented.chance('null opportunity.lead_source ' || i) > 0.12 then invented.one('opportunity.lead_source ' || i, array['Search', 'Event', 'Webinar', 'Referral', 'Content <download>']) end as lead_source,
    invented.one('opportunity.source_bucket ' || i, array['Paid', 'Field', 'Owned', 'Other']) as source_bucket,
    case when invented.chance('null opportunity.generated_source ' || i) > 0.12 then invented.one('opportunity.generated_source ' || i, array['BDR Generated', 'AE Generated', 'Web']) end as generated_source,
    case when invented.chance('null opportunity.campaign_id ' || i) > 0.12 then invented.one('opportunity.campaign_id ' || i, array['C1', 'C2', 'C3', 'C4', 'C5']) end as campaign_id,
    invented.one('opportunity.owner_id ' || i, array['U1', 'U2', 'U3', 'U4']) as owner_id,
    invented.one('opportunity.currency ' || i, array['USD']) as currency,
    round(invented.chance('opportunity.amount ' || i) * 9000, 2) as amount,
    round(invented.chance('opportunity.amount_local ' || i) * 9000, 2) as amount_local,
    round(invented.chance('opportunity.iacv ' || i) * 9000, 2) as iacv,
    invented.chance('opportunity.is_iacv_missing ' || i) < 0.3 as is_iacv_missing,
    round(invented.chance('opportunity.acv ' || i) * 9000, 2) as acv,
    round(invented.chance('opportunity.renewal_acv ' || i) * 9000, 2) as renewal_acv,
    invented.day('opportunity.created_at ' || i)::timestamp at time zone 'UTC' as created_at,
    invented.day('opportunity.created_date ' || i) as created_date,
    case when invented.chance('null opportunity.sao_date ' || i) > 0.12 then invented.day('opportunity.sao_date ' || i) end as sao_date,
    invented.day('opportunity.close_date ' || i) as close_date,
    invented.chance('opportunity.is_sao ' || i) < 0.3 as is_sao,
    invented.chance('opportunity.is_new_customer ' || i) < 0.3 as is_new_customer,
    case when invented.chance('null opportunity.lead_id ' || i) > 0.12 then 'L' || i end as lead_id,
    round(invented.chance('opportunity.probability ' || i) * 1, 2) as probability,
    invented.one('opportunity.segment ' || i, array['Enterprise', 'Mid-market', 'Small, local']) as segment,
    round(invented.chance('opportunity.margin ' || i) * 1, 2) as margin,
    invented.chance('opportunity.is_rate_missing ' || i) < 0.3 as is_rate_missing
from generate_series(1, 90) i;

create table core.organization as
select
    'A' || i as account_id, 'Organization <' || i || '>' as "name",
    invented.one('organization.type ' || i, array['New Business', 'Add-On Business']) as type,
    invented.one('organization.segment ' || i, array['Enterprise', 'Mid-market', 'Small, local']) as segment,
    case when invented.chance('null organization.parent_account_id ' || i) > 0.12 then 'parent_account_id ' || (i % 7) end as parent_account_id,
    'ultimate_parent_id ' || (i % 7) as ultimate_parent_id,
    invented.one('organization.owner_id ' || i, array['U1', 'U2', 'U3', 'U4']) as owner_id,
    invented.day('organization.created_date ' || i) as created_date,
    invented.chance('organization.is_customer ' || i) < 0.3 as is_customer,
    case when invented.chance('null organization.first_won_date ' || i) > 0.12 then invented.day('organization.first_won_date ' || i) end as first_won_date,
    case when invented.chance('null organization.customer_since ' || i) > 0.12 then invented.day('organization.customer_since ' || i) end as customer_since
from generate_series(1, 80) i;

create table core.person as
select
    'person_key ' || (i % 7) as person_key,
    case when invented.chance('null person.email ' || i) > 0.12 then 'x' end as email,
    case when invented.chance('null person.first_lead_id ' || i) > 0.12 then 'first_lead_id ' || (i % 7) end as first_lead_id,
    case when invented.chance('null person.contact_id ' || i) > 0.12 then 'contact_id ' || (i % 7) end as contact_id,
    case when invented.chance('null person.account_id ' || i) > 0.12 then 'A' || i end as account_id,
    case when invented.chance('null person.first_touch_date ' || i) > 0.12 then invented.day('person.first_touch_date ' || i) end as first_touch_date,
    floor(invented.chance('person.lead_count ' || i) * 5)::bigint as lead_count,
    invented.chance('person.is_in_buying_group ' || i) < 0.3 as is_in_buying_group
from generate_series(1, 100) i;

create table core.touch as
select
    'touch_id ' || (i % 7) as touch_id, 'person_key ' || (i % 7) as person_key,
    invented.one('touch.campaign_id ' || i, array['C1', 'C2', 'C3', 'C4', 'C5']) as campaign_id,
    invented.day('touch.touch_date ' || i) as touch_date,
    invented.day('touch.touch_at ' || i)::timestamp at time zone 'UTC' as touch_at, 'source ' || (i % 7) as source,
    case when invented.chance('null touch.activity_name ' || i) > 0.12 then 'activity_name ' || (i % 7) end as activity_name,
    floor(invented.chance('touch.touch_seq ' || i) * 5)::bigint as touch_seq
from generate_series(1, 100) i;

create table core."user" as
select
    'U' || i as user_id, 'User <' || i || '>' as "name", invented.chance('user.is_active ' || i) < 0.3 as is_active,
    case when invented.chance('null user.manager_id ' || i) > 0.12 then 'manager_id ' || (i % 7) end as manager_id,
    case when invented.chance('null user.role_id ' || i) > 0.12 then 'role_id ' || (i % 7) end as role_id
from generate_series(1, 6) i;

create table core.lead as
select
    'L' || i as lead_id, 'person of L' || i as person_key, 'Company <' || i || '>' as company
from generate_series(1, 120) i;

create table core.spend_day as
select
    invented.one('spend_day.campaign_id ' || i, array['C1', 'C2', 'C4', 'C9']) as campaign_id,
    invented.day('spend_day.spend_date ' || i) as spend_date, round(invented.chance('spend_day.amount ' || i) * 900 - 100, 2) as amount,
    invented.one('spend_day.basis ' || i, array['seed', 'actual_cost']) as basis
from generate_series(1, 90) i;

create table core.subscription_chain as
select 'S' || i as chain_id, case when i % 5 > 0 then 'A' || i end as account_id from generate_series(1, 30) i;

create table marts.attribution_credit as
select
    e.event_type, case when e.event_type = 'lead' then 'L' when e.event_type = 'new_customer' then 'A' else 'O' end || (i % 60) as event_id,
    'touch ' || i as touch_id, m.model,
    invented.one('attribution_credit.campaign_id ' || i, array['C1', 'C2', 'C3', '(unattributed)']) as campaign_id,
    invented.one('attribution_credit.channel ' || i, array['Search', 'Events', 'E-mail', '(unattributed)']) as channel,
    invented.day('attribution_credit.touch_date ' || i) as touch_date, invented.day('attribution_credit.event_date ' || i) as event_date,
    floor(invented.chance('attribution_credit.days_before ' || i) * 500)::int as days_before,
    round(invented.chance('attribution_credit.weight ' || m.model || i) * 2)::numeric / 2 as weight,
    round(invented.chance('attribution_credit.credit ' || m.model || i) * 9000, 6) as credit
from generate_series(1, 150) i
cross join (values ('first'), ('linear')) as m (model)
cross join lateral (select (array['lead', 'sao', 'won', 'new_customer'])[1 + i % 4] as event_type) e;

create table marts.mrr_movement as
select
    'S' || (1 + i % 30) as chain_id, date_trunc('month', invented.day('mrr_movement.month ' || i)::timestamp)::date as month, k.kind,
    round(case when k.kind in ('churn', 'contraction') then -1 else 1 end * invented.chance('mrr_movement.amount ' || i) * 900, 6) as amount
from generate_series(1, 80) i
cross join lateral (
    select invented.one('mrr_movement.kind ' || i, array['new', 'expansion', 'contraction', 'churn', 'reactivation']) as kind
) k;

create table marts.activity_scorecard as
select
    invented.one('activity_scorecard.owner_id ' || i, array['U1', 'U2', 'U3', 'U4']) as owner_id,
    (array['Ada','Ben','Cleo','Dan'])[1 + floor(invented.chance('activity_scorecard.owner_id ' || i) * 4)::int] as owner_name,
    floor(invented.chance('activity_scorecard.completed_activities ' || i) * 5)::bigint as completed_activities,
    case when invented.chance('null activity_scorecard.completed_30_days ' || i) > 0.12 then floor(invented.chance('activity_scorecard.completed_30_days ' || i) * 200)::bigint end as completed_30_days,
    case when invented.chance('null activity_scorecard.completed_90_days ' || i) > 0.12 then floor(invented.chance('activity_scorecard.completed_90_days ' || i) * 200)::bigint end as completed_90_days,
    floor(invented.chance('activity_scorecard.opportunities_touched ' || i) * 5)::bigint as opportunities_touched,
    case when invented.chance('null activity_scorecard.last_activity_date ' || i) > 0.12 then invented.day('activity_scorecard.last_activity_date ' || i) end as last_activity_date,
    floor(invented.chance('activity_scorecard.open_opportunities ' || i) * 5)::bigint as open_opportunities,
    floor(invented.chance('activity_scorecard.stale_opportunities ' || i) * 5)::bigint as stale_opportunities
from generate_series(1, 6) i;

create table marts.billing_month as
select
    'A' || i as organization_key,
    case when invented.chance('null billing_month.account_id ' || i) > 0.12 then 'account_id ' || (i % 7) end as account_id,
    date_trunc('month', invented.day('billing_month.month ' || i)::timestamp)::date as month,
    round(invented.chance('billing_month.billed ' || i) * 9000, 2) as billed,
    round(invented.chance('billing_month.paid ' || i) * 9000, 2) as paid,
    round(invented.chance('billing_month.refunded ' || i) * 9000, 2) as refunded,
    round(invented.chance('billing_month.open_balance ' || i) * 9000, 2) as open_balance
from generate_series(1, 150) i;

create table marts.blended_cost as
select
    round(invented.chance('blended_cost.spend ' || i) * 9000, 2) as spend,
    floor(invented.chance('blended_cost.leads ' || i) * 5)::bigint as leads,
    floor(invented.chance('blended_cost.opportunities ' || i) * 5)::bigint as opportunities,
    floor(invented.chance('blended_cost.saos ' || i) * 5)::bigint as saos,
    floor(invented.chance('blended_cost.won ' || i) * 5)::bigint as won,
    floor(invented.chance('blended_cost.new_customers ' || i) * 5)::bigint as new_customers,
    round(invented.chance('blended_cost.won_iacv ' || i) * 9000, 2) as won_iacv,
    round(invented.chance('blended_cost.cost_per_lead ' || i) * 9000, 2) as cost_per_lead,
    round(invented.chance('blended_cost.cost_per_opportunity ' || i) * 9000, 2) as cost_per_opportunity,
    round(invented.chance('blended_cost.cost_per_sao ' || i) * 9000, 2) as cost_per_sao,
    round(invented.chance('blended_cost.cost_per_won ' || i) * 9000, 2) as cost_per_won,
    round(invented.chance('blended_cost.cac ' || i) * 9000, 2) as cac,
    round(invented.chance('blended_cost.cost_per_iacv_dollar ' || i) * 9000, 2) as cost_per_iacv_dollar
from generate_series(1, 1) i;

create table marts.blended_cost_period as
select
    invented.one('blended_cost_period.period_type ' || i, array['day', 'month', 'month', 'quarter', 'year', 'fiscal_quarter']) as period_type,
    date_trunc('month', invented.day('blended_cost_period.period_start ' || i)::timestamp)::date as period_start,
    round(invented.chance('blended_cost_period.spend ' || i) * 9000, 2) as spend,
    floor(invented.chance('blended_cost_period.leads ' || i) * 5)::bigint as leads,
    floor(invented.chance('blended_cost_period.opportunities ' || i) * 5)::bigint as opportunities,
    floor(invented.chance('blended_cost_period.saos ' || i) * 5)::bigint as saos,
    floor(invented.chance('blended_cost_period.won ' || i) * 5)::bigint as won,
    floor(invented.chance('blended_cost_period.new_customers ' || i) * 5)::bigint as new_customers,
    round(invented.chance('blended_cost_period.won_iacv ' || i) * 9000, 2) as won_iacv,
    round(invented.chance('blended_cost_period.cost_per_lead ' || i) * 9000, 2) as cost_per_lead,
    round(invented.chance('blended_cost_period.cost_per_opportunity ' || i) * 9000, 2) as cost_per_opportunity,
    round(invented.chance('blended_cost_period.cost_per_sao ' || i) * 9000, 2) as cost_per_sao,
    round(invented.chance('blended_cost_period.cost_per_won ' || i) * 9000, 2) as cost_per_won,
    round(invented.chance('blended_cost_period.cac ' || i) * 9000, 2) as cac,
    round(invented.chance('blended_cost_period.cost_per_iacv_dollar ' || i) * 9000, 2) as cost_per_iacv_dollar
from generate_series(1, 300) i;

create table marts.closed_opportunity as
select
    'O' || i as opportunity_id, invented.day('closed_opportunity.close_date ' || i) as close_date,
    invented.day('closed_opportunity.created_date ' || i) as created_date,
    invented.chance('closed_opportunity.is_won ' || i) < 0.3 as is_won,
    floor(invented.chance('closed_opportunity.cycle_days ' || i) * 200)::int as cycle_days,
    invented.one('closed_opportunity.owner_id ' || i, array['U1', 'U2', 'U3', 'U4']) as owner_id,
    case when invented.chance('null closed_opportunity.lead_source ' || i) > 0.12 then invented.one('closed_opportunity.lead_source ' || i, array['Search', 'Event', 'Webinar', 'Referral', 'Content <download>']) end as lead_source,
    invented.one('closed_opportunity.segment ' || i, array['Enterprise', 'Mid-market', 'Small, local']) as segment,
    case when invented.chance('null closed_opportunity.type ' || i) > 0.12 then invented.one('closed_opportunity.type ' || i, array['New Business', 'Add-On Business']) end as type,
    invented.one('closed_opportunity.booking_type ' || i, array['new', 'add-on', 'renewal']) as booking_type,
    round(invented.chance('closed_opportunity.amount ' || i) * 9000, 2) as amount,
    round(invented.chance('closed_opportunity.iacv ' || i) * 9000, 2) as iacv,
    round(invented.chance('closed_opportunity.acv ' || i) * 9000, 2) as acv,
    round(invented.chance('closed_opportunity.renewal_acv ' || i) * 9000, 2) as renewal_acv
from generate_series(1, 200) i;

create table marts.cohort_retention as
select
    date_trunc('month', invented.day('cohort_retention.cohort_month ' || i)::timestamp)::date as cohort_month,
    i % 9 as k,
    (date_trunc('month', invented.day('cohort_retention.cohort_month ' || i)::timestamp) + make_interval(months => i % 9))::date as month,
    floor(invented.chance('cohort_retention.cohort_size ' || i) * 5)::bigint as cohort_size,
    floor(invented.chance('cohort_retention.customers ' || i) * 5)::bigint as customers,
    round(invented.chance('cohort_retention.mrr ' || i) * 9000, 2) as mrr,
    round(invented.chance('cohort_retention.net ' || i) * 1, 2) as net,
    round(invented.chance('cohort_retention.gross ' || i) * 1, 2) as gross,
    invented.chance('cohort_retention.is_partial ' || i) < 0.3 as is_partial
from generate_series(1, 150) i;

create table marts.collateral_usage as
select
    invented.one('collateral_usage.collateral ' || i, array['Pricing guide', 'Case studies']) as collateral,
    floor(invented.chance('collateral_usage.uses ' || i) * 5)::bigint as uses,
    floor(invented.chance('collateral_usage.people ' || i) * 5)::bigint as people,
    floor(invented.chance('collateral_usage.opportunities ' || i) * 5)::bigint as opportunities,
    floor(invented.chance('collateral_usage.won_opportunities ' || i) * 5)::bigint as won_opportunities,
    round(invented.chance('collateral_usage.won_iacv_influenced ' || i) * 9000, 2) as won_iacv_influenced
from generate_series(1, 100) i;

create table marts.collateral_usage_period as
select
    invented.one('collateral_usage_period.collateral ' || i, array['Pricing guide', 'Case studies']) as collateral,
    invented.one('collateral_usage_period.period_type ' || i, array['day', 'month', 'month', 'quarter', 'year', 'fiscal_quarter']) as period_type,
    date_trunc('month', invented.day('collateral_usage_period.period_start ' || i)::timestamp)::date as period_start,
    invented.one('collateral_usage_period.basis ' || i, array['calendar', 'cohort']) as basis,
    floor(invented.chance('collateral_usage_period.uses ' || i) * 5)::bigint as uses,
    floor(invented.chance('collateral_usage_period.people ' || i) * 5)::bigint as people,
    floor(invented.chance('collateral_usage_period.opportunities ' || i) * 5)::bigint as opportunities,
    floor(invented.chance('collateral_usage_period.won_opportunities ' || i) * 5)::bigint as won_opportunities,
    round(invented.chance('collateral_usage_period.won_iacv_influenced ' || i) * 9000, 2) as won_iacv_influenced
from generate_series(1, 90) i;

create table marts.conversion_time as
select
    'O' || i as opportunity_id,
    case when invented.chance('null conversion_time.conversion_days ' || i) > 0.12 then floor(invented.chance('conversion_time.conversion_days ' || i) * 200)::int end as conversion_days,
    case when invented.chance('null conversion_time.first_touch_campaign_id ' || i) > 0.12 then invented.one('conversion_time.first_touch_campaign_id ' || i, array['C1', 'C2', 'C4']) end as first_touch_campaign_id,
    case when invented.chance('null conversion_time.channel ' || i) > 0.12 then invented.one('conversion_time.channel ' || i, array['Search', 'Events', 'E-mail']) end as channel,
    invented.one('conversion_time.segment ' || i, array['Enterprise', 'Mid-market', 'Small, local']) as segment,
    invented.day('conversion_time.close_date ' || i) as close_date
from generate_series(1, 160) i;

create table marts.customer_health_input as
select
    'A' || i as account_id, date '2026-03-18' as as_of, 'Customer health input <' || i || '>' as "name",
    invented.one('customer_health_input.owner_id ' || i, array['U1', 'U2', 'U3', 'U4']) as owner_id,
    round(invented.chance('customer_health_input.current_mrr ' || i) * 9000, 2) as current_mrr,
    round(invented.chance('customer_health_input.mrr_change_3_months ' || i) * 9000, 2) as mrr_change_3_months,
    round(invented.chance('customer_health_input.mrr_change_6_months ' || i) * 9000, 2) as mrr_change_6_months,
    round(invented.chance('customer_health_input.mrr_change_12_months ' || i) * 9000, 2) as mrr_change_12_months,
    round(invented.chance('customer_health_input.contraction_3_months ' || i) * 9000, 2) as contraction_3_months,
    floor(invented.chance('customer_health_input.months_as_customer ' || i) * 5)::int as months_as_customer,
    case when invented.chance('null customer_health_input.days_to_next_term_end ' || i) > 0.12 then floor(invented.chance('customer_health_input.days_to_next_term_end ' || i) * 200)::int end as days_to_next_term_end,
    invented.chance('customer_health_input.is_auto_renew ' || i) < 0.3 as is_auto_renew,
    case when invented.chance('null customer_health_input.renewal_opportunity_id ' || i) > 0.12 then 'renewal_opportunity_id ' || (i % 7) end as renewal_opportunity_id,
    case when invented.chance('null customer_health_input.renewal_stage ' || i) > 0.12 then 'renewal_stage ' || (i % 7) end as renewal_stage,
    round(invented.chance('customer_health_input.past_due_balance ' || i) * 9000, 2) as past_due_balance,
    case when invented.chance('null customer_health_input.oldest_days_overdue ' || i) > 0.12 then floor(invented.chance('customer_health_input.oldest_days_overdue ' || i) * 200)::int end as oldest_days_overdue,
    round(invented.chance('customer_health_input.refunds_12_months ' || i) * 9000, 2) as refunds_12_months,
    floor(invented.chance('customer_health_input.contacts ' || i) * 5)::bigint as contacts,
    floor(invented.chance('customer_health_input.engaged_people_30_days ' || i) * 200)::bigint as engaged_people_30_days,
    floor(invented.chance('customer_health_input.engaged_people_90_days ' || i) * 200)::bigint as engaged_people_90_days,
    case when invented.chance('null customer_health_input.days_since_last_touch ' || i) > 0.12 then floor(invented.chance('customer_health_input.days_since_last_touch ' || i) * 200)::int end as days_since_last_touch,
    case when invented.chance('null customer_health_input.days_since_last_collateral_use ' || i) > 0.12 then floor(invented.chance('customer_health_input.days_since_last_collateral_use ' || i) * 200)::int end as days_since_last_collateral_use,
    case when invented.chance('null customer_health_input.days_since_last_activity ' || i) > 0.12 then floor(invented.chance('customer_health_input.days_since_last_activity ' || i) * 200)::int end as days_since_last_activity,
    round(invented.chance('customer_health_input.open_expansion_pipeline ' || i) * 9000, 2) as open_expansion_pipeline,
    floor(invented.chance('customer_health_input.owner_changes_12_months ' || i) * 5)::bigint as owner_changes_12_months,
    floor(invented.chance('customer_health_input.products ' || i) * 5)::bigint as products
from generate_series(1, 100) i;

create table marts.forecast as
select
    invented.one('forecast.period_type ' || i, array['day', 'month', 'month', 'quarter', 'year', 'fiscal_quarter']) as period_type,
    date_trunc('month', invented.day('forecast.period_start ' || i)::timestamp)::date as period_start,
    invented.day('forecast.period_end ' || i) as period_end,
    round(invented.chance('forecast.won_amount ' || i) * 9000, 2) as won_amount,
    floor(invented.chance('forecast.open_opportunities ' || i) * 5)::bigint as open_opportunities,
    round(invented.chance('forecast.open_amount ' || i) * 9000, 2) as open_amount,
    round(invented.chance('forecast.expected_amount ' || i) * 9000, 2) as expected_amount,
    round(invented.chance('forecast.forecast ' || i) * 9000, 2) as forecast,
    floor(invented.chance('forecast.by_stage_probability ' || i) * 5)::bigint as by_stage_probability,
    floor(invented.chance('forecast.without_rate ' || i) * 5)::bigint as without_rate
from generate_series(1, 10) i;

create table marts.funnel as
select
    invented.one('funnel.dimension ' || i, array['campaign', 'channel', 'source']) as dimension,
    case when invented.chance('null funnel.group_id ' || i) > 0.12 then 'group_id ' || (i % 7) end as group_id,
    'group_name ' || (i % 7) as group_name, floor(invented.chance('funnel.leads ' || i) * 5)::bigint as leads,
    floor(invented.chance('funnel.mql ' || i) * 5)::bigint as mql,
    floor(invented.chance('funnel.converted ' || i) * 5)::bigint as converted,
    floor(invented.chance('funnel.with_opportunity ' || i) * 5)::bigint as with_opportunity,
    floor(invented.chance('funnel.sao ' || i) * 5)::bigint as sao,
    floor(invented.chance('funnel.won ' || i) * 5)::bigint as won,
    floor(invented.chance('funnel.skipped_steps ' || i) * 5)::bigint as skipped_steps,
    round(invented.chance('funnel.mql_rate ' || i) * 1, 6) as mql_rate,
    round(invented.chance('funnel.converted_rate ' || i) * 1, 6) as converted_rate,
    round(invented.chance('funnel.with_opportunity_rate ' || i) * 1, 6) as with_opportunity_rate,
    round(invented.chance('funnel.sao_rate ' || i) * 1, 6) as sao_rate,
    round(invented.chance('funnel.won_rate ' || i) * 1, 6) as won_rate,
    round(invented.chance('funnel.lead_to_sao_rate ' || i) * 1, 6) as lead_to_sao_rate,
    round(invented.chance('funnel.lead_to_won_rate ' || i) * 1, 6) as lead_to_won_rate,
    round(invented.chance('funnel.lead_to_mql_days ' || i) * 9000, 2) as lead_to_mql_days,
    case when invented.chance('null funnel.mql_to_sao_days ' || i) > 0.12 then round(invented.chance('funnel.mql_to_sao_days ' || i) * 9000, 2) end as mql_to_sao_days,
    case when invented.chance('null funnel.lead_to_sao_days ' || i) > 0.12 then round(invented.chance('funnel.lead_to_sao_days ' || i) * 9000, 2) end as lead_to_sao_days,
    case when invented.chance('null funnel.sao_to_won_days ' || i) > 0.12 then round(invented.chance('funnel.sao_to_won_days ' || i) * 9000, 2) end as sao_to_won_days,
    round(invented.chance('funnel.lead_to_won_days ' || i) * 9000, 2) as lead_to_won_days,
    floor(invented.chance('funnel.negative_days ' || i) * 200)::bigint as negative_days
from generate_series(1, 100) i;

create table marts.funnel_lead as
select
    'L' || i as lead_id,
    invented.one('funnel_lead.campaign_id ' || i, array['C1', 'C2', 'C3', 'C4', 'C5']) as campaign_id,
    invented.one('funnel_lead.channel ' || i, array['Search', 'Events', 'E-mail']) as channel,
    case when invented.chance('null funnel_lead.lead_source ' || i) > 0.12 then invented.one('funnel_lead.lead_source ' || i, array['Search', 'Event', 'Webinar', 'Referral', 'Content <download>']) end as lead_source,
    invented.one('funnel_lead.source_bucket ' || i, array['Paid', 'Field', 'Owned', 'Other']) as source_bucket,
    invented.one('funnel_lead.owner_id ' || i, array['U1', 'U2', 'U3', 'U4']) as owner_id,
    case when invented.chance('null funnel_lead.segment ' || i) > 0.12 then invented.one('funnel_lead.segment ' || i, array['Enterprise', 'Mid-market', 'Small, local']) end as segment,
    case when invented.chance('null funnel_lead.opportunity_id ' || i) > 0.12 then 'O' || i end as opportunity_id,
    invented.day('funnel_lead.created_date ' || i) as created_date,
    case when invented.chance('null funnel_lead.mql_date ' || i) > 0.12 then invented.day('funnel_lead.mql_date ' || i) end as mql_date,
    case when invented.chance('null funnel_lead.converted_date ' || i) > 0.12 then invented.day('funnel_lead.converted_date ' || i) end as converted_date,
    case when invented.chance('null funnel_lead.opportunity_date ' || i) > 0.12 then invented.day('funnel_lead.opportunity_date ' || i) end as opportunity_date,
    case when invented.chance('null funnel_lead.sao_date ' || i) > 0.12 then invented.day('funnel_lead.sao_date ' || i) end as sao_date,
    case when invented.chance('null funnel_lead.won_date ' || i) > 0.12 then invented.day('funnel_lead.won_date ' || i) end as won_date,
    invented.chance('funnel_lead.is_mql ' || i) < 0.3 as is_mql,
    invented.chance('funnel_lead.is_converted ' || i) < 0.3 as is_converted,
    invented.chance('funnel_lead.has_opportunity ' || i) < 0.3 as has_opportunity,
    invented.chance('funnel_lead.is_sao ' || i) < 0.3 as is_sao,
    invented.chance('funnel_lead.is_won ' || i) < 0.3 as is_won,
    floor(invented.chance('funnel_lead.skipped_steps ' || i) * 5)::int as skipped_steps,
    case when invented.chance('null funnel_lead.lead_to_mql_days ' || i) > 0.12 then floor(invented.chance('funnel_lead.lead_to_mql_days ' || i) * 200)::int end as lead_to_mql_days,
    case when invented.chance('null funnel_lead.mql_to_sao_days ' || i) > 0.12 then floor(invented.chance('funnel_lead.mql_to_sao_days ' || i) * 200)::int end as mql_to_sao_days,
    case when invented.chance('null funnel_lead.lead_to_sao_days ' || i) > 0.12 then floor(invented.chance('funnel_lead.lead_to_sao_days ' || i) * 200)::int end as lead_to_sao_days,
    case when invented.chance('null funnel_lead.sao_to_won_days ' || i) > 0.12 then floor(invented.chance('funnel_lead.sao_to_won_days ' || i) * 200)::int end as sao_to_won_days,
    case when invented.chance('null funnel_lead.lead_to_won_days ' || i) > 0.12 then floor(invented.chance('funnel_lead.lead_to_won_days ' || i) * 200)::int end as lead_to_won_days
from generate_series(1, 400) i;

create table marts.lead_source_fact as
select
    'L' || i as lead_id,
    case when invented.chance('null lead_source_fact.lead_source ' || i) > 0.12 then invented.one('lead_source_fact.lead_source ' || i, array['Search', 'Event', 'Webinar', 'Referral', 'Content <download>']) end as lead_source,
    invented.one('lead_source_fact.source_bucket ' || i, array['Paid', 'Field', 'Owned', 'Other']) as source_bucket,
    date_trunc('month', invented.day('lead_source_fact.created_month ' || i)::timestamp)::date as created_month,
    invented.one('lead_source_fact.owner_id ' || i, array['U1', 'U2', 'U3', 'U4']) as owner_id,
    case when invented.chance('null lead_source_fact.segment ' || i) > 0.12 then invented.one('lead_source_fact.segment ' || i, array['Enterprise', 'Mid-market', 'Small, local']) end as segment,
    invented.one('lead_source_fact.origin_campaign_id ' || i, array['C1', 'C3', 'C5']) as origin_campaign_id,
    invented.chance('lead_source_fact.is_won ' || i) < 0.3 as is_won,
    case when invented.chance('null lead_source_fact.days ' || i) > 0.12 then floor(invented.chance('lead_source_fact.days ' || i) * 200)::int end as days,
    round(invented.chance('lead_source_fact.amount ' || i) * 9000, 2) as amount,
    round(invented.chance('lead_source_fact.iacv ' || i) * 9000, 2) as iacv
from generate_series(1, 300) i;

create table marts.mrr_month as
select
    'chain_id ' || (i % 7) as chain_id,
    case when invented.chance('null mrr_month.account_id ' || i) > 0.12 then 'A' || i end as account_id,
    'A' || i as organization_key, date_trunc('month', invented.day('mrr_month.month ' || i)::timestamp)::date as month,
    round(invented.chance('mrr_month.mrr ' || i) * 9000, 2) as mrr,
    round(invented.chance('mrr_month.arr ' || i) * 9000, 2) as arr,
    invented.chance('mrr_month.is_partial ' || i) < 0.3 as is_partial
from generate_series(1, 100) i;

create table marts.mrr_movement_product as
select
    invented.one('mrr_movement_product.product ' || i, array['Enterprise', 'Starter', 'Support']) as product,
    date_trunc('month', invented.day('mrr_movement_product.month ' || i)::timestamp)::date as month,
    round(invented.chance('mrr_movement_product.opening ' || i) * 9000, 2) as opening,
    round(invented.chance('mrr_movement_product.new ' || i) * 9000, 2) as "new",
    round(invented.chance('mrr_movement_product.expansion ' || i) * 9000, 2) as expansion,
    -round(invented.chance('mrr_movement_product.contraction ' || i) * 9000, 2) as contraction,
    -round(invented.chance('mrr_movement_product.churn ' || i) * 9000, 2) as churn,
    round(invented.chance('mrr_movement_product.reactivation ' || i) * 9000, 2) as reactivation,
    round(invented.chance('mrr_movement_product.closing ' || i) * 9000, 2) as closing,
    floor(invented.chance('mrr_movement_product.active ' || i) * 5)::bigint as active,
    round(invented.chance('mrr_movement_product.closing_arr ' || i) * 9000, 2) as closing_arr,
    round(invented.chance('mrr_movement_product.quick_ratio ' || i) * 9000, 2) as quick_ratio,
    invented.chance('mrr_movement_product.is_partial ' || i) < 0.3 as is_partial
from generate_series(1, 90) i;

create table marts.mrr_movement_segment as
select
    case when invented.chance('null mrr_movement_segment.segment ' || i) > 0.12 then invented.one('mrr_movement_segment.segment ' || i, array['Enterprise', 'Mid-market', 'Small, local']) end as segment,
    date_trunc('month', invented.day('mrr_movement_segment.month ' || i)::timestamp)::date as month,
    round(invented.chance('mrr_movement_segment.opening ' || i) * 9000, 2) as opening,
    round(invented.chance('mrr_movement_segment.new ' || i) * 9000, 2) as "new",
    round(invented.chance('mrr_movement_segment.expansion ' || i) * 9000, 2) as expansion,
    -round(invented.chance('mrr_movement_segment.contraction ' || i) * 9000, 2) as contraction,
    -round(invented.chance('mrr_movement_segment.churn ' || i) * 9000, 2) as churn,
    round(invented.chance('mrr_movement_segment.reactivation ' || i) * 9000, 2) as reactivation,
    round(invented.chance('mrr_movement_segment.closing ' || i) * 9000, 2) as closing,
    floor(invented.chance('mrr_movement_segment.active ' || i) * 5)::bigint as active,
    round(invented.chance('mrr_movement_segment.closing_arr ' || i) * 9000, 2) as closing_arr,
    round(invented.chance('mrr_movement_segment.quick_ratio ' || i) * 9000, 2) as quick_ratio,
    invented.chance('mrr_movement_segment.is_partial ' || i) < 0.3 as is_partial
from generate_series(1, 120) i;

create table marts.note as
select
    'code ' || (i % 7) as code, 'object ' || (i % 7) as object, 'detail ' || (i % 7) as detail,
    floor(invented.chance('note.rows_affected ' || i) * 5)::bigint as rows_affected, array['spend'] as metric_names
from generate_series(1, 5) i;

create table marts.open_opportunity as
select
    'O' || i as opportunity_id, 'A' || i as account_id, 'Open opportunity <' || i || '>' as "name",
    invented.one('open_opportunity.owner_id ' || i, array['U1', 'U2', 'U3', 'U4']) as owner_id,
    invented.one('open_opportunity.stage ' || i, array['1-Discovery', '2-Scoping', '3-Proposal', '4-Negotiating']) as stage,
    invented.day('open_opportunity.close_date ' || i) as close_date,
    invented.day('open_opportunity.created_date ' || i) as created_date,
    case when invented.chance('null open_opportunity.lead_source ' || i) > 0.12 then invented.one('open_opportunity.lead_source ' || i, array['Search', 'Event', 'Webinar', 'Referral', 'Content <download>']) end as lead_source,
    case when invented.chance('null open_opportunity.type ' || i) > 0.12 then invented.one('open_opportunity.type ' || i, array['New Business', 'Add-On Business']) end as type,
    round(invented.chance('open_opportunity.amount ' || i) * 9000, 2) as amount,
    round(invented.chance('open_opportunity.weighted ' || i) * 9000, 2) as weighted,
    invented.chance('open_opportunity.is_past_due ' || i) < 0.3 as is_past_due
from generate_series(1, 100) i;

create table marts.opportunity_push as
select
    'O' || i as opportunity_id, floor(invented.chance('opportunity_push.push_count ' || i) * 5)::bigint as push_count,
    floor(invented.chance('opportunity_push.days_pushed ' || i) * 200)::bigint as days_pushed,
    invented.day('opportunity_push.last_pushed_at ' || i)::timestamp at time zone 'UTC' as last_pushed_at,
    invented.day('opportunity_push.first_close_date ' || i) as first_close_date,
    invented.day('opportunity_push.close_date ' || i) as close_date
from generate_series(1, 100) i;

create table marts.organization_engagement as
select
    'A' || i as account_id, 'kind ' || (i % 7) as kind, 'person_key ' || (i % 7) as person_key,
    invented.day('organization_engagement.day ' || i) as day
from generate_series(1, 100) i;

create table marts.organization_performance as
select
    'A' || i as account_id, 'Organization performance <' || i || '>' as "name",
    invented.one('organization_performance.segment ' || i, array['Enterprise', 'Mid-market', 'Small, local']) as segment,
    invented.one('organization_performance.owner_id ' || i, array['U1', 'U2', 'U3', 'U4']) as owner_id,
    floor(invented.chance('organization_performance.leads ' || i) * 5)::bigint as leads,
    floor(invented.chance('organization_performance.people ' || i) * 5)::bigint as people,
    floor(invented.chance('organization_performance.touches ' || i) * 5)::bigint as touches,
    floor(invented.chance('organization_performance.saos ' || i) * 5)::bigint as saos,
    floor(invented.chance('organization_performance.won ' || i) * 5)::bigint as won,
    round(invented.chance('organization_performance.won_iacv ' || i) * 9000, 2) as won_iacv,
    case when invented.chance('null organization_performance.new_customer_date ' || i) > 0.12 then invented.day('organization_performance.new_customer_date ' || i) end as new_customer_date,
    round(invented.chance('organization_performance.attributed_cost ' || i) * 9000, 2) as attributed_cost,
    floor(invented.chance('organization_performance.leads_with_unknown_cost ' || i) * 5)::bigint as leads_with_unknown_cost,
    round(invented.chance('organization_performance.current_mrr ' || i) * 9000, 2) as current_mrr,
    round(invented.chance('organization_performance.revenue_to_date ' || i) * 9000, 2) as revenue_to_date,
    round(invented.chance('organization_performance.gross_margin_to_date ' || i) * 9000, 2) as gross_margin_to_date,
    round(invented.chance('organization_performance.refunds ' || i) * 9000, 2) as refunds,
    round(invented.chance('organization_performance.ltv_to_date_per_cost ' || i) * 9000, 2) as ltv_to_date_per_cost
from generate_series(1, 80) i;

create table marts.organization_person as
select
    'A' || i as account_id, 'person_key ' || (i % 7) as person_key
from generate_series(1, 100) i;

create table marts.owner_performance as
select
    invented.one('owner_performance.owner_id ' || i, array['U1', 'U2', 'U3', 'U4']) as owner_id,
    (array['Ada','Ben','Cleo','Dan'])[1 + floor(invented.chance('owner_performance.owner_id ' || i) * 4)::int] as owner_name,
    invented.one('owner_performance.period_type ' || i, array['day', 'month', 'month', 'quarter', 'year', 'fiscal_quarter']) as period_type,
    date_trunc('month', invented.day('owner_performance.period_start ' || i)::timestamp)::date as period_start,
    floor(invented.chance('owner_performance.created ' || i) * 5)::bigint as created,
    round(invented.chance('owner_performance.created_amount ' || i) * 9000, 2) as created_amount,
    floor(invented.chance('owner_performance.won ' || i) * 5)::bigint as won,
    floor(invented.chance('owner_performance.lost ' || i) * 5)::bigint as lost,
    round(invented.chance('owner_performance.won_amount ' || i) * 9000, 2) as won_amount,
    round(invented.chance('owner_performance.lost_amount ' || i) * 9000, 2) as lost_amount,
    round(invented.chance('owner_performance.won_iacv ' || i) * 9000, 2) as won_iacv,
    round(invented.chance('owner_performance.win_rate ' || i) * 1, 6) as win_rate,
    round(invented.chance('owner_performance.win_rate_amount ' || i) * 1, 6) as win_rate_amount,
    round(invented.chance('owner_performance.average_won_amount ' || i) * 9000, 2) as average_won_amount,
    case when invented.chance('null owner_performance.mean_sales_cycle_days ' || i) > 0.12 then round(invented.chance('owner_performance.mean_sales_cycle_days ' || i) * 9000, 2) end as mean_sales_cycle_days,
    floor(invented.chance('owner_performance.open_opportunities ' || i) * 5)::bigint as open_opportunities,
    round(invented.chance('owner_performance.open_amount ' || i) * 9000, 2) as open_amount,
    round(invented.chance('owner_performance.weighted ' || i) * 9000, 2) as weighted,
    floor(invented.chance('owner_performance.past_due ' || i) * 5)::bigint as past_due
from generate_series(1, 200) i;

create table marts.pipeline_coverage as
select
    invented.one('pipeline_coverage.period_type ' || i, array['day', 'month', 'month', 'quarter', 'year', 'fiscal_quarter']) as period_type,
    date_trunc('month', invented.day('pipeline_coverage.period_start ' || i)::timestamp)::date as period_start,
    invented.one('pipeline_coverage.scope ' || i, array['company', 'owner']) as scope,
    case when invented.chance('null pipeline_coverage.owner_id ' || i) > 0.12 then invented.one('pipeline_coverage.owner_id ' || i, array['U1', 'U2', 'U3', 'U4']) end as owner_id,
    case when invented.chance('null pipeline_coverage.owner_name ' || i) > 0.12 then (array['Ada','Ben','Cleo','Dan'])[1 + floor(invented.chance('pipeline_coverage.owner_id ' || i) * 4)::int] end as owner_name,
    round(invented.chance('pipeline_coverage.quota ' || i) * 9000, 2) as quota,
    round(invented.chance('pipeline_coverage.won_amount ' || i) * 9000, 2) as won_amount,
    floor(invented.chance('pipeline_coverage.open_opportunities ' || i) * 5)::bigint as open_opportunities,
    round(invented.chance('pipeline_coverage.open_amount ' || i) * 9000, 2) as open_amount,
    round(invented.chance('pipeline_coverage.coverage ' || i) * 9000, 2) as coverage
from generate_series(1, 100) i;

create table marts.pipeline_flow as
select
    invented.one('pipeline_flow.period_type ' || i, array['day', 'month', 'month', 'quarter', 'year', 'fiscal_quarter']) as period_type,
    date_trunc('month', invented.day('pipeline_flow.period_start ' || i)::timestamp)::date as period_start,
    invented.day('pipeline_flow.period_end ' || i) as period_end,
    invented.chance('pipeline_flow.is_partial ' || i) < 0.3 as is_partial,
    round(invented.chance('pipeline_flow.opening ' || i) * 9000, 2) as opening,
    round(invented.chance('pipeline_flow.created ' || i) * 9000, 2) as created,
    round(invented.chance('pipeline_flow.increase ' || i) * 9000, 2) as increase,
    round(invented.chance('pipeline_flow.decrease ' || i) * 9000, 2) as decrease,
    round(invented.chance('pipeline_flow.reopened ' || i) * 9000, 2) as reopened,
    round(invented.chance('pipeline_flow.won ' || i) * 9000, 2) as won,
    round(invented.chance('pipeline_flow.lost ' || i) * 9000, 2) as lost,
    round(invented.chance('pipeline_flow.deleted ' || i) * 9000, 2) as deleted,
    round(invented.chance('pipeline_flow.closing ' || i) * 9000, 2) as closing,
    floor(invented.chance('pipeline_flow.opening_count ' || i) * 5)::bigint as opening_count,
    floor(invented.chance('pipeline_flow.created_count ' || i) * 5)::bigint as created_count,
    floor(invented.chance('pipeline_flow.reopened_count ' || i) * 5)::bigint as reopened_count,
    floor(invented.chance('pipeline_flow.won_count ' || i) * 5)::bigint as won_count,
    floor(invented.chance('pipeline_flow.lost_count ' || i) * 5)::bigint as lost_count,
    floor(invented.chance('pipeline_flow.deleted_count ' || i) * 5)::bigint as deleted_count,
    floor(invented.chance('pipeline_flow.closing_count ' || i) * 5)::bigint as closing_count
from generate_series(1, 500) i;

create table marts.pipeline_slipped as
select
    invented.one('pipeline_slipped.period_type ' || i, array['day', 'month', 'month', 'quarter', 'year', 'fiscal_quarter']) as period_type,
    date_trunc('month', invented.day('pipeline_slipped.period_start ' || i)::timestamp)::date as period_start,
    invented.chance('pipeline_slipped.is_partial ' || i) < 0.3 as is_partial,
    floor(invented.chance('pipeline_slipped.baseline ' || i) * 5)::bigint as baseline,
    round(invented.chance('pipeline_slipped.baseline_amount ' || i) * 9000, 2) as baseline_amount,
    floor(invented.chance('pipeline_slipped.slipped ' || i) * 5)::bigint as slipped,
    round(invented.chance('pipeline_slipped.slipped_amount ' || i) * 9000, 2) as slipped_amount,
    round(invented.chance('pipeline_slipped.slipped_rate ' || i) * 1, 6) as slipped_rate,
    round(invented.chance('pipeline_slipped.slipped_rate_amount ' || i) * 1, 6) as slipped_rate_amount
from generate_series(1, 60) i;

create table marts.pipeline_snapshot as
select
    least((date_trunc('month', invented.day('pipeline_snapshot.day ' || i)::timestamp) + interval '1 month - 1 day')::date, date '2026-03-18') as day,
    invented.one('pipeline_snapshot.stage ' || i, array['1-Discovery', '2-Scoping', '3-Proposal', '4-Negotiating']) as stage,
    invented.one('pipeline_snapshot.owner_id ' || i, array['U1', 'U2', 'U3', 'U4']) as owner_id,
    case when invented.chance('null pipeline_snapshot.lead_source ' || i) > 0.12 then invented.one('pipeline_snapshot.lead_source ' || i, array['Search', 'Event', 'Webinar', 'Referral', 'Content <download>']) end as lead_source,
    invented.one('pipeline_snapshot.source_bucket ' || i, array['Paid', 'Field', 'Owned', 'Other']) as source_bucket,
    date_trunc('month', invented.day('pipeline_snapshot.close_month ' || i)::timestamp)::date as close_month,
    floor(invented.chance('pipeline_snapshot.opportunities ' || i) * 5)::bigint as opportunities,
    round(invented.chance('pipeline_snapshot.amount ' || i) * 9000, 2) as amount,
    round(invented.chance('pipeline_snapshot.weighted ' || i) * 9000, 2) as weighted,
    floor(invented.chance('pipeline_snapshot.past_due ' || i) * 5)::bigint as past_due,
    round(invented.chance('pipeline_snapshot.past_due_amount ' || i) * 9000, 2) as past_due_amount
from generate_series(1, 400) i;

create table marts.retention as
select
    floor(invented.chance('retention.exposure ' || i) * 5)::bigint as exposure,
    floor(invented.chance('retention.events ' || i) * 5)::bigint as events,
    round(invented.chance('retention.lifetime_months ' || i) * 9000, 2) as lifetime_months,
    round(invented.chance('retention.lifetime_years ' || i) * 9000, 2) as lifetime_years,
    round(invented.chance('retention.monthly_churn_rate ' || i) * 1, 6) as monthly_churn_rate,
    invented.chance('retention.is_capped ' || i) < 0.3 as is_capped
from generate_series(1, 1) i;

create table marts.retention_period as
select
    invented.one('retention_period.period_type ' || i, array['day', 'month', 'month', 'quarter', 'year', 'fiscal_quarter']) as period_type,
    date_trunc('month', invented.day('retention_period.period_start ' || i)::timestamp)::date as period_start,
    date_trunc('month', invented.day('retention_period.last_month ' || i)::timestamp)::date as last_month,
    invented.chance('retention_period.is_partial ' || i) < 0.3 as is_partial,
    round(invented.chance('retention_period.opening_mrr ' || i) * 9000, 2) as opening_mrr,
    round(invented.chance('retention_period.retained_mrr ' || i) * 9000, 2) as retained_mrr,
    round(invented.chance('retention_period.kept_mrr ' || i) * 9000, 2) as kept_mrr,
    round(invented.chance('retention_period.gross_retention ' || i) * 1, 2) as gross_retention,
    round(invented.chance('retention_period.net_retention ' || i) * 1, 2) as net_retention,
    floor(invented.chance('retention_period.active_at_start ' || i) * 5)::bigint as active_at_start,
    floor(invented.chance('retention_period.lost ' || i) * 5)::bigint as lost,
    round(invented.chance('retention_period.logo_churn ' || i) * 9000, 2) as logo_churn,
    floor(invented.chance('retention_period.terms_ended ' || i) * 5)::bigint as terms_ended,
    floor(invented.chance('retention_period.renewed ' || i) * 5)::bigint as renewed,
    round(invented.chance('retention_period.renewal_rate ' || i) * 1, 6) as renewal_rate
from generate_series(1, 90) i;

create table marts.sales_velocity as
select
    floor(invented.chance('sales_velocity.open_opportunities ' || i) * 5)::bigint as open_opportunities,
    floor(invented.chance('sales_velocity.won ' || i) * 5)::bigint as won,
    floor(invented.chance('sales_velocity.lost ' || i) * 5)::bigint as lost,
    round(invented.chance('sales_velocity.win_rate ' || i) * 1, 6) as win_rate,
    round(invented.chance('sales_velocity.average_won_amount ' || i) * 9000, 2) as average_won_amount,
    round(invented.chance('sales_velocity.mean_sales_cycle_days ' || i) * 9000, 2) as mean_sales_cycle_days,
    round(invented.chance('sales_velocity.sales_velocity ' || i) * 9000, 2) as sales_velocity
from generate_series(1, 1) i;

create table marts.sao as
select
    'O' || i as opportunity_id, invented.day('sao.sao_date ' || i) as sao_date,
    case when invented.chance('null sao.lead_source ' || i) > 0.12 then invented.one('sao.lead_source ' || i, array['Search', 'Event', 'Webinar', 'Referral', 'Content <download>']) end as lead_source,
    coalesce(case when invented.chance('null sao.lead_source ' || i) > 0.12 then invented.one('sao.lead_source ' || i, array['Search', 'Event', 'Webinar', 'Referral', 'Content <download>']) end, 'Unknown') as lead_source_label,
    invented.one('sao.source_bucket ' || i, array['Paid', 'Field', 'Owned', 'Other']) as source_bucket,
    invented.one('sao.generated_source ' || i, array['BDR Generated', 'AE Generated', 'Web']) as generated_source,
    coalesce(case when invented.chance('null sao.generated_source ' || i) > 0.12 then invented.one('sao.generated_source ' || i, array['BDR Generated', 'AE Generated', 'Web']) end, 'Unknown') as generated_source_label,
    case when invented.chance('null sao.campaign_id ' || i) > 0.12 then invented.one('sao.campaign_id ' || i, array['C1', 'C2', 'C3', 'C4', 'C5']) end as campaign_id,
    invented.one('sao.campaign_name ' || i, array['Brand search', 'User conference']) as campaign_name,
    invented.one('sao.owner_id ' || i, array['U1', 'U2', 'U3', 'U4']) as owner_id,
    (array['Ada','Ben','Cleo','Dan'])[1 + floor(invented.chance('sao.owner_id ' || i) * 4)::int] as owner_name,
    invented.one('sao.segment ' || i, array['Enterprise', 'Mid-market', 'Small, local']) as segment,
    round(invented.chance('sao.iacv ' || i) * 9000, 2) as iacv
from generate_series(1, 260) i;

create table marts.stage_conversion as
select
    invented.one('stage_conversion.stage ' || i, array['1-Discovery', '2-Scoping', '3-Proposal', '4-Negotiating']) as stage,
    floor(invented.chance('stage_conversion.sort ' || i) * 5)::bigint as sort,
    floor(invented.chance('stage_conversion.reached ' || i) * 5)::bigint as reached,
    floor(invented.chance('stage_conversion.reached_next ' || i) * 5)::bigint as reached_next,
    round(invented.chance('stage_conversion.conversion_rate ' || i) * 1, 6) as conversion_rate,
    floor(invented.chance('stage_conversion.won ' || i) * 5)::bigint as won,
    round(invented.chance('stage_conversion.won_rate ' || i) * 1, 6) as won_rate,
    round(invented.chance('stage_conversion.median_days ' || i) * 9000, 2) as median_days,
    round(invented.chance('stage_conversion.mean_days ' || i) * 9000, 2) as mean_days,
    floor(invented.chance('stage_conversion.open_now ' || i) * 5)::bigint as open_now
from generate_series(1, 6) i;

-- A lead made a step on its day, and the days between are those of the calendar, which may run backwards.
update marts.funnel_lead set is_mql = mql_date is not null, is_converted = converted_date is not null,
    has_opportunity = opportunity_date is not null, is_sao = sao_date is not null, is_won = won_date is not null,
    lead_to_mql_days = mql_date - created_date, mql_to_sao_days = sao_date - mql_date,
    lead_to_sao_days = sao_date - created_date, sao_to_won_days = won_date - sao_date, lead_to_won_days = won_date - created_date;

update marts.lead_source_fact set amount = 0, iacv = 0 where not is_won;

-- A person is there once.
delete from core.person p using core.person other where other.person_key = p.person_key and other.ctid < p.ctid;

-- What lists alone look at, and the figures that lead to them.
create table core.collateral_use as
select
    invented.one('collateral_use.collateral ' || i, array['Pricing guide', 'Case studies']) as collateral, 'use ' || i as activity_id,
    case when i % 9 > 0 then 'person_key ' || (i % 7) end as person_key, invented.day('collateral_use.use_date ' || i) as use_date,
    '/guide-' || (i % 3) || '?email=planted-person-in-a-query' as path
from generate_series(1, 90) i;

create table marts.collateral_influence as
select
    u.collateral, o.opportunity_id, u.use_date, o.created_date, o.close_date, o.is_won_to_date as is_won,
    case when o.is_won_to_date then o.iacv else 0 end as won_iacv
from core.collateral_use u
join core.opportunity o on hashtext(o.opportunity_id || u.activity_id) % 40 = 0;

delete from marts.collateral_usage_period where period_type = 'month' and basis = 'calendar';
insert into marts.collateral_usage_period
select x.collateral, 'month', date_trunc('month', x.day::timestamp)::date, 'calendar', sum(x.uses), 0, sum(x.created), sum(x.won), sum(x.iacv)
from (
    select u.collateral, u.use_date as day, 1 as uses, 0 as created, 0 as won, 0::numeric as iacv
    from core.collateral_use u
    union all
    select i.collateral, d.day, 0, d.created, d.won, d.iacv
    from (select distinct c.collateral, c.opportunity_id, c.created_date, c.close_date, c.is_won, c.won_iacv from marts.collateral_influence c) i
    cross join lateral (
        select i.created_date as day, 1 as created, 0 as won, 0::numeric as iacv
        union all
        select i.close_date, 0, 1, i.won_iacv where i.is_won
    ) d
) x
group by 1, 3;

create table core.invoice as
select
    'I' || i as invoice_id, case when i % 5 > 0 then 'INV-' || i end as invoice_number, 'A' || i as account_id,
    invented.day('invoice.date ' || i) as date, invented.day('invoice.date ' || i) + 30 as due_date,
    round(invented.chance('invoice.amount ' || i) * 9000, 2) as amount, round(invented.chance('invoice.balance ' || i) * 900, 2) as balance,
    i % 8 > 0 as is_billed
from generate_series(1, 60) i;
create table core.payment as
select
    'P' || i as payment_id, 'A' || i as account_id, invented.day('payment.date ' || i) as date,
    round(invented.chance('payment.amount ' || i) * 9000, 2) as amount, i % 8 > 0 as is_processed
from generate_series(1, 50) i;
create table core.refund as
select
    'R' || i as refund_id, 'A' || i as account_id, invented.day('refund.date ' || i) as date,
    round(invented.chance('refund.amount ' || i) * 900, 2) as amount, i % 8 > 0 as is_processed
from generate_series(1, 20) i;

delete from marts.billing_month;
insert into marts.billing_month (organization_key, account_id, month, billed, paid, refunded, open_balance)
select x.account_id, x.account_id, date_trunc('month', x.date::timestamp)::date, sum(x.billed), sum(x.paid), sum(x.refunded), sum(x.open)
from (
    select account_id, date, amount as billed, 0::numeric as paid, 0::numeric as refunded, balance as open from core.invoice where is_billed
    union all
    select account_id, date, 0, amount, 0, 0 from core.payment where is_processed
    union all
    select account_id, date, 0, 0, amount, 0 from core.refund where is_processed
) x
group by 1, 2, 3;

-- Thirty customers, of whom each has another revenue every quarter, or none.
drop table marts.mrr_month;
create table marts.mrr_month as
select
    c.chain_id, c.account_id, coalesce(c.account_id, c.chain_id) as organization_key, g.month::date as month,
    floor(invented.chance('mrr ' || c.chain_id || date_trunc('quarter', g.month)) * 4) * 100.25 as mrr
from core.subscription_chain c
cross join generate_series(timestamp '2024-04-01', timestamp '2026-03-01', interval '1 month') as g (month);
alter table core.subscription_chain add cohort_month date;
update core.subscription_chain set cohort_month = date '2024-04-01' + (substr(chain_id, 2)::int % 3) * interval '1 month';
create table core.subscription_term as
select c.chain_id, (date '2025-01-15' + (substr(c.chain_id, 2)::int % 12) * interval '1 month')::date as term_end_date
from core.subscription_chain c;
create table marts.mrr_product_month as
select
    m.chain_id, invented.one('mrr_product_month ' || m.chain_id || p.half, array['Enterprise', 'Starter', null]) || '' as product, m.month,
    sum(m.mrr * p.share) as mrr
from marts.mrr_month m
cross join (values (1, 0.25), (2, 0.75)) as p (half, share)
group by 1, 2, 3;

drop table marts.mrr_movement;
create table marts.mrr_movement as
select
    x.chain_id, x.month,
    case
        when x.before = 0 and x.was > 0 then 'reactivation'
        when x.before = 0 then 'new'
        when x.mrr = 0 then 'churn'
        when x.mrr > x.before then 'expansion'
        else 'contraction'
    end as kind,
    x.mrr - x.before as amount
from (
    select m.*, lag(m.mrr, 1, 0::numeric) over chain as before,
        coalesce(max(m.mrr) over (partition by m.chain_id order by m.month rows between unbounded preceding and 1 preceding), 0) as was
    from marts.mrr_month m
    window chain as (partition by m.chain_id order by m.month)
) x
where x.mrr <> x.before;

delete from marts.mrr_movement_segment;
insert into marts.mrr_movement_segment (segment, month, opening, new, expansion, contraction, churn, reactivation, closing, active)
select o.segment, m.month, sum(m.mrr - coalesce(v.amount, 0)),
    coalesce(sum(v.amount) filter (where v.kind = 'new'), 0), coalesce(sum(v.amount) filter (where v.kind = 'expansion'), 0),
    coalesce(sum(v.amount) filter (where v.kind = 'contraction'), 0), coalesce(sum(v.amount) filter (where v.kind = 'churn'), 0),
    coalesce(sum(v.amount) filter (where v.kind = 'reactivation'), 0), sum(m.mrr), count(*) filter (where m.mrr > 0)
from marts.mrr_month m
left join core.organization o on o.account_id = m.account_id
left join marts.mrr_movement v on v.chain_id = m.chain_id and v.month = m.month
group by 1, 2;

delete from marts.mrr_movement_product;
insert into marts.mrr_movement_product (product, month, closing, active)
select p.product, p.month, sum(p.mrr), count(*) filter (where p.mrr > 0)
from marts.mrr_product_month p
group by 1, 2;

delete from marts.retention_period;
insert into marts.retention_period (period_type, period_start, last_month, opening_mrr, retained_mrr, kept_mrr, active_at_start, lost, terms_ended, renewed)
select 'trailing_12_months', (m.month - interval '11 months')::date, m.month, coalesce(sum(b.mrr), 0), coalesce(sum(least(m.mrr, b.mrr)), 0),
    coalesce(sum(m.mrr) filter (where b.mrr > 0), 0), count(*) filter (where b.mrr > 0), count(*) filter (where b.mrr > 0 and m.mrr = 0),
    count(n.mrr), count(*) filter (where n.mrr > 0)
from marts.mrr_month m
left join marts.mrr_month b on b.chain_id = m.chain_id and b.month = (m.month - interval '1 year')::date
left join core.subscription_term t
    on t.chain_id = m.chain_id
    and date_trunc('month', t.term_end_date::timestamp) between m.month - interval '11 months' and m.month
left join marts.mrr_month n on n.chain_id = m.chain_id and n.month = (date_trunc('month', t.term_end_date::timestamp) + interval '1 month')::date
group by m.month;

delete from marts.cohort_retention;
insert into marts.cohort_retention (cohort_month, k, month, cohort_size, customers, mrr, is_partial)
select c.cohort_month, extract(year from age(m.month, c.cohort_month))::int * 12 + extract(month from age(m.month, c.cohort_month))::int, m.month,
    count(*), count(*) filter (where m.mrr > 0), sum(m.mrr), m.month = date '2026-03-01'
from marts.mrr_month m
join core.subscription_chain c on c.chain_id = m.chain_id
where m.month >= c.cohort_month
group by 1, 2, 3;
