-- Each question finds the groups in which a cube of the site differs from a table of the marts. The cube c is the table cube_c.

-- a campaign over all time, in every model and on both bases
with summed as (
    select m.model, b.basis, f.campaign_id, sum(f.spend) as spend, sum(f.spend_unknown) as unknown, sum(f.leads) as leads,
        sum(f.saos) as saos, sum(f.sao_iacv) as sao_iacv, sum(f.won) as won, sum(f.new_customers) as new_customers,
        sum(f.won_iacv) as won_iacv, sum(f.iacv_at_median) as iacv_at_median, sum(f.won_margin) as won_margin
    from cube_campaign_facts f
    cross join (select unnest(i.models) as model from build_info i) m
    cross join (values ('calendar'), ('cohort')) as b (basis)
    where (f.model is null or f.model = m.model) and (f.basis is null or f.basis = b.basis)
        and f.campaign_id <> '(absent campaign)'
    group by 1, 2, 3
)
select s.model, s.basis, coalesce(s.campaign_id, p.campaign_id) as campaign
from summed s
full join campaign_performance p on p.model = s.model and p.campaign_id = s.campaign_id
cross join build_info i
where s.spend is distinct from p.spend or s.unknown is distinct from p.spend_unknown_campaigns
    or s.leads is distinct from p.leads or s.saos is distinct from p.saos or s.sao_iacv is distinct from p.sao_iacv
    or s.won is distinct from p.won or s.new_customers is distinct from p.new_customers
    or s.won_iacv is distinct from p.won_iacv or s.iacv_at_median is distinct from p.iacv_at_median
    or round(s.won_margin / nullif(s.new_customers, 0) * i.average_retention_months / 12, 9) is distinct from round(p.ltv, 9);

-- a channel in a quarter, in every model and on both bases
with summed as (
    select m.model, b.basis, f.channel, date_trunc('quarter', f.month)::date as quarter, sum(f.spend) as spend,
        sum(f.leads) as leads, sum(f.saos) as saos, sum(f.new_customers) as new_customers, sum(f.won_iacv) as won_iacv
    from cube_campaign_facts f
    cross join (select unnest(i.models) as model from build_info i) m
    cross join (values ('calendar'), ('cohort')) as b (basis)
    where (f.model is null or f.model = m.model) and (f.basis is null or f.basis = b.basis) and f.month is not null
        and f.channel <> '(absent campaign)'
    group by 1, 2, 3, 4
)
select s.model, s.basis, coalesce(s.channel, p.channel) as channel, coalesce(s.quarter, p.period_start) as quarter
from summed s
full join (select * from channel_performance_period where period_type = 'quarter') p
    on p.model = s.model and p.basis = s.basis and p.channel = s.channel and p.period_start = s.quarter
where coalesce(s.spend, 0) <> coalesce(p.spend, 0) or coalesce(s.leads, 0) <> coalesce(p.leads, 0)
    or coalesce(s.saos, 0) <> coalesce(p.saos, 0) or coalesce(s.new_customers, 0) <> coalesce(p.new_customers, 0)
    or coalesce(s.won_iacv, 0) <> coalesce(p.won_iacv, 0);

-- the spend of the company, with what was spent on a campaign that is no longer there
select sum(f.spend) as spend
from cube_campaign_facts f
having sum(f.spend) is distinct from (select min(t.spend) from total_performance t)
    or count(*) filter (where f.campaign_id = '(absent campaign)') <> 1;

-- won IACV by time since the touch
select s.model, s.channel
from (
    select w.model, w.channel, sum(w.iacv_within_30) as in_30, sum(w.iacv_within_60) as in_60, sum(w.iacv_within_90) as in_90,
        sum(w.iacv_within_180) as in_180, sum(w.iacv_within_365) as in_365, sum(w.iacv_at_any_time) as at_any_time
    from cube_iacv_within w
    where w.basis = 'cohort'
    group by 1, 2
) s
join channel_performance p on p.model = s.model and p.channel = s.channel
where s.in_30 <> p.iacv_within_30 or s.in_60 <> p.iacv_within_60 or s.in_90 <> p.iacv_within_90
    or s.in_180 <> p.iacv_within_180 or s.in_365 <> p.iacv_within_365 or s.at_any_time <> p.won_iacv;

-- the company without attribution
select b.spend
from blended_cost b
cross join (
    select sum(f.company_spend) as spend, sum(f.company_leads) as leads, sum(f.company_opportunities) as opportunities,
        sum(f.company_saos) as saos, sum(f.company_new_customers) as new_customers, sum(f.company_won_iacv) as won_iacv
    from cube_blended_facts f
) s
where s.spend <> b.spend or s.leads <> b.leads or s.opportunities <> b.opportunities or s.saos <> b.saos
    or s.new_customers <> b.new_customers or s.won_iacv <> b.won_iacv;

-- SAOs of a source in a quarter
select coalesce(s.quarter, p.period_start) as quarter, p.lead_source_label
from (
    select date_trunc('quarter', f.month)::date as quarter, f.source_bucket, coalesce(f.lead_source, 'Unknown') as lead_source,
        coalesce(f.generated_source, 'Unknown') as generated_source, sum(f.sao_count) as saos, sum(f.sao_value) as iacv
    from cube_sao_facts f
    group by 1, 2, 3, 4
) s
full join (select * from sao_by_source where period_type = 'quarter') p
    on p.period_start = s.quarter and p.source_bucket = s.source_bucket and p.lead_source_label = s.lead_source
    and p.generated_source_label = s.generated_source
where s.saos is distinct from p.saos or s.iacv is distinct from p.iacv;

-- SAOs of a primary campaign
select p.campaign_name
from (select f.campaign_id, sum(f.sao_count) as saos, sum(f.sao_value) as iacv from cube_sao_facts f group by 1) s
full join (select * from sao_by_campaign where model = 'primary') p on coalesce(p.campaign_id, '(none)') = s.campaign_id
where coalesce(s.saos, 0) <> coalesce(p.saos, 0) or coalesce(s.iacv, 0) <> coalesce(p.iacv, 0);

-- the funnel of a month, by everything that it is grouped by, and which cohorts are immature
select s.dimension, s.id, s.month, s.basis
from (
    select d.dimension, d.id, f.month, f.basis, sum(f.lead_count) as leads, sum(f.mql_count) as mql,
        sum(f.converted) as converted, sum(f.with_opportunity) as with_opportunity, sum(f.accepted) as sao,
        sum(f.won_leads) as won, sum(f.skipped_steps) as skipped_steps, sum(f.before_converted) as before_converted,
        sum(f.before_won) as before_won, bool_or(f.is_immature) as is_immature
    from cube_funnel_facts f
    cross join lateral (values
        ('all', 'all'),
        ('channel', f.channel),
        ('source', f.lead_source),
        ('bucket', f.source_bucket),
        ('owner', f.owner_id),
        ('segment', f.segment)
    ) as d (dimension, id)
    group by 1, 2, 3, 4
) s
full join (select * from funnel_period where period_type = 'month') p
    on p.dimension = s.dimension and coalesce(p.group_id, '-') = coalesce(s.id, '-') and p.period_start = s.month
    and p.basis = s.basis
where s.leads is distinct from p.leads or s.mql is distinct from p.mql or s.converted is distinct from p.converted
    or s.with_opportunity is distinct from p.with_opportunity or s.sao is distinct from p.sao or s.won is distinct from p.won
    or s.skipped_steps is distinct from p.skipped_steps or s.before_converted is distinct from p.mql
    or s.before_won is distinct from p.sao or s.is_immature is distinct from coalesce(not p.is_mature, false);

-- the median days of a step, by channel and year
with counted as (
    select f.basis, f.channel, x.kind, date_trunc('year', f.month)::date as year, f.step_days
    from cube_funnel_steps f
    cross join lateral (values
        ('lead_to_mql', f.lead_to_mql),
        ('mql_to_sao', f.mql_to_sao),
        ('lead_to_sao', f.lead_to_sao),
        ('sao_to_won', f.sao_to_won),
        ('lead_to_won', f.lead_to_won)
    ) as x (kind, times)
    cross join lateral generate_series(1, x.times)
)
select c.basis, c.channel, c.kind, c.year
from (
    select c.basis, c.channel, c.kind, c.year, (percentile_cont(0.5) within group (order by c.step_days))::numeric(12, 1) as days
    from counted c
    group by 1, 2, 3, 4
) c
left join funnel_period p
    on p.period_type = 'year' and p.period_start = c.year and p.dimension = 'channel' and p.group_id = c.channel
    and p.basis = c.basis
where c.days is distinct from case c.kind
    when 'lead_to_mql' then p.lead_to_mql_days
    when 'mql_to_sao' then p.mql_to_sao_days
    when 'lead_to_sao' then p.lead_to_sao_days
    when 'sao_to_won' then p.sao_to_won_days
    else p.lead_to_won_days
end;

-- steps against time
select sum(f.negative_steps) as steps
from cube_funnel_steps f
where f.basis = 'cohort'
having sum(f.negative_steps) is distinct from (select n.negative_days from funnel n where n.dimension = 'all')
    or sum(f.negative_steps) = 0;

-- a lead source without attribution
select p.lead_source_label
from (
    select coalesce(f.lead_source, 'Unknown') as lead_source, sum(f.source_leads) as leads, sum(f.source_won) as won,
        sum(f.source_won_within_30) as in_30, sum(f.source_won_within_90) as in_90, sum(f.source_negative) as negative,
        sum(f.source_amount) as amount, sum(f.source_iacv) as iacv
    from cube_lead_sources f
    group by 1
) s
full join lead_source_summary p on p.lead_source_label = s.lead_source
where s.leads is distinct from p.leads or s.won is distinct from p.won or s.in_30 is distinct from p.won_within_30_days
    or s.in_90 is distinct from p.won_within_90_days or s.negative is distinct from p.negative_days
    or s.amount is distinct from p.amount or s.iacv is distinct from p.iacv;

-- leads by the campaign of their person's first touch
select p.campaign_name
from (
    select f.campaign_id, sum(f.source_leads) as leads, sum(f.source_won) as won, sum(f.source_iacv) as iacv
    from cube_lead_sources f
    group by 1
) s
full join origin_campaign_performance p on p.campaign_id = s.campaign_id
where coalesce(s.leads, 0) <> p.leads or coalesce(s.won, 0) <> p.won or coalesce(s.iacv, 0) <> p.iacv;

-- won opportunities and the median conversion time of a channel
select p.group_name
from (
    select f.channel, sum(f.won_deals) as won, sum(f.won_with_touch) as with_touch
    from cube_conversions f
    group by 1
) s
full join (select * from conversion_time_summary where dimension = 'channel') p
    on coalesce(p.group_id, '(unattributed)') = s.channel
left join (
    select f.channel, (percentile_cont(0.5) within group (order by f.days_to_close))::numeric(12, 1) as days
    from cube_conversions f
    cross join lateral generate_series(1, f.won_with_touch)
    group by 1
) m on m.channel = s.channel
where s.won is distinct from p.won or s.with_touch is distinct from p.won_with_touch
    or m.days is distinct from p.median_conversion_days;

-- lists of opportunities against the figures that they stand behind
select s.saos
from (select count(*) as saos, sum(l.iacv) as iacv from cube_sao_list l) s
cross join (select sum(f.sao_count) as saos, sum(f.sao_value) as iacv from cube_sao_facts f) f
cross join (select count(*) as won from cube_won_list l) w
cross join (select sum(f.won_deals) as won from cube_conversions f) c
where s.saos <> f.saos or s.iacv <> f.iacv or w.won <> c.won;
