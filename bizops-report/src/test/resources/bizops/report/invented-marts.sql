-- Marts of an invented company, the same on every machine: two years, five models, names that break careless pages.
create schema marts;

create function marts.chance(seed text) returns numeric language sql immutable as
    $$ select ('x' || substr(md5(seed), 1, 8))::bit(32)::bigint::numeric / 4294967296 $$;

create table marts.build_info as
select date '2026-03-31' as as_of, 'USD'::text as reporting_currency, 'Europe/Berlin'::text as reporting_timezone,
    0.78::numeric as gross_margin, 31.4285714285714286::numeric as average_retention_months,
    'first'::text as default_model, array['first', 'last', 'linear', 'u_shaped', 'markov'] as models,
    61.5::numeric(12, 1) as median_conversion_days, true as is_sao_defined;

create table marts.campaign as
select c.*
from (values
    ('701A00000000001AAA', 'Brand search EMEA', 'Paid search', true, 1.6),
    ('701A00000000002AAA', 'Competitor search', 'Paid search', true, 0.9),
    ('701A00000000003AAA', 'Retargeting, always on', 'Paid search', false, 0.5),
    ('701A00000000004AAA', 'User conference 2025', 'Events', true, 2.2),
    ('701A00000000005AAA', 'Partner & friends <day>', 'Events', true, 1.1),
    ('701A00000000006AAA', 'Trade fair "Cloud West"', 'Events', true, 0.8),
    ('701A00000000007AAA', 'Product newsletter', 'E-mail', false, 1.2),
    ('701A00000000008AAA', 'Onboarding series', 'E-mail', false, 0.7),
    ('701A00000000009AAA', 'Webinar: CI in ten minutes', 'Webinars', true, 1.4),
    ('701A00000000010AAA', 'Webinar: CI in ten minutes', 'Webinars', true, 0.6),
    ('701A00000000011AAA', '=HYPERLINK("http://example.test")', 'Content', true, 0.5),
    ('701A00000000012AAA', '</script><script>alert(1)</script>', 'Content', false, 0.4),
    ('701A00000000013AAA', 'Leitfaden für Größeres', 'Content', true, 0.9),
    ('701A00000000014AAA', 'Sponsored posts', 'Social, paid', true, 1.0),
    ('701A00000000015AAA', 'Community stories', 'Social, paid', false, 0.3),
    ('701A00000000016AAA', 'Planned for autumn', 'Social, paid', false, 0.0),
    ('701A00000000017AAA', 'Bought and silent', 'Direct mail', true, 0.0),
    ('(unattributed)', '(unattributed)', '(unattributed)', false, 1.3)
) as c (campaign_id, campaign_name, channel, is_spend_known, weight);

create table marts.campaign_performance_day as
select m.model, c.campaign_id, c.campaign_name, c.channel, b.basis, d.day,
    case when c.is_spend_known then
        case when marts.chance('s' || c.campaign_id || d.day) < 0.4
            then round(marts.chance('a' || c.campaign_id || d.day) * 900, 2) else 0 end
    end as spend,
    case when m.whole then floor(x.lead * 3) else round(x.lead * 3, 15) end as leads,
    case when m.whole then floor(x.customer * 1.25) else round(greatest(x.customer - 0.8, 0), 15) end as new_customers,
    v.won_iacv,
    round(v.won_iacv * 0.78, 8) as won_margin,
    case when x.half < 0.5 then v.won_iacv else 0 end as iacv_at_median
from (values ('first', true), ('last', true), ('linear', false), ('u_shaped', false), ('markov', false))
    as m (model, whole)
cross join marts.campaign c
cross join (values ('calendar'), ('cohort')) as b (basis)
cross join lateral (
    select g.at::date as day from generate_series(timestamp '2024-04-02', timestamp '2026-03-30', interval '9 days') g (at)
    where c.weight > 0 or c.is_spend_known
) d
cross join lateral (
    select c.weight / 2.2 * marts.chance('l' || m.model || b.basis || c.campaign_id || d.day) as lead,
        case when c.weight > 0 then marts.chance('c' || m.model || b.basis || c.campaign_id || d.day) else 0 end as customer,
        marts.chance('h' || m.model || b.basis || c.campaign_id || d.day) as half
) x
cross join lateral (
    select case when x.customer > 0.72
        then round(marts.chance('v' || m.model || b.basis || c.campaign_id || d.day) * 24000, case when m.whole then 2 else 6 end)
        else 0 end as won_iacv
) v;

create table marts.total_performance_day as
select model, basis, day, sum(spend) as spend from marts.campaign_performance_day group by 1, 2, 3;
-- Spend on a campaign that was deleted since.
update marts.total_performance_day set spend = spend + 1234.56 where day = date '2025-01-06';

create table marts.campaign_performance as
select m.model, c.campaign_id, c.campaign_name, c.channel,
    case when c.is_spend_known then coalesce(sum(d.spend), 0) end as spend
from (select unnest(models) as model from marts.build_info) m
cross join marts.campaign c
left join marts.campaign_performance_day d
    on d.model = m.model and d.campaign_id = c.campaign_id and d.basis = 'calendar'
group by m.model, c.campaign_id, c.campaign_name, c.channel, c.is_spend_known;

create table marts.sao as
select '006A' || lpad(i::text, 11, '0') || 'AAA' as opportunity_id,
    date '2024-04-05' + floor(marts.chance('sd' || i) * 720)::int as sao_date,
    (array['Search', 'Event', 'Webinar', 'Referral', 'Content <download>', 'unknown', null])
        [1 + floor(marts.chance('sl' || i) * marts.chance('sm' || i) * 7)::int] as lead_source,
    (array['Paid', 'Field', 'Owned', 'Other'])[1 + floor(marts.chance('sb' || i) * 4)::int] as source_bucket,
    (array['BDR Generated', 'AE Generated', 'Web', null])[1 + floor(marts.chance('sg' || i) * 4)::int]
        as generated_source,
    (array['701A00000000001AAA', '701A00000000004AAA', '701A00000000009AAA', '701A00000000014AAA', null, '701Adeleted'])
        [1 + floor(marts.chance('sc' || i) * 6)::int] as campaign_id,
    round(marts.chance('sv' || i) * 40000, 2) as iacv
from generate_series(1, 340) i;

create table marts.conversion_time as
select '006W' || lpad(i::text, 11, '0') || 'AAA' as opportunity_id,
    case when marts.chance('wt' || i) > 0.08
        then floor(marts.chance('wd' || i) * marts.chance('we' || i) * 480)::int end as conversion_days,
    case when marts.chance('wt' || i) > 0.08
        then (array['Paid search', 'Events', 'E-mail', 'Webinars', 'Content', 'Social, paid'])
            [1 + floor(marts.chance('wc' || i) * 6)::int] end as channel,
    date '2024-04-10' + floor(marts.chance('wx' || i) * 715)::int as close_date
from generate_series(1, 211) i;

create table marts.note (code text, object text, detail text, rows_affected bigint, metric_names text[]);
insert into marts.note values
    ('spend_unknown', 'core.campaign', 'campaigns without a row in spend.csv and without a cost: their spend and every ratio of it is null', 7, array['spend', 'cost_per_lead', 'cac']),
    ('no_marketo', 'raw_marketo', 'no Marketo data: touches come from campaign members only', null, array['leads', 'won_iacv']),
    ('single_currency', 'CurrencyIsoCode', 'no currency column: everything is taken as USD & <nothing else>', null, null);
