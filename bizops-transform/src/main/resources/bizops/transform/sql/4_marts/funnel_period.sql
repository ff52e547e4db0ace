/*
materialized: view
grain: the funnel of a group of leads in a period, by basis; every channel has a row of period_type all
columns:
  dimension: what the leads are grouped by - all, channel (of the first touch), source, bucket, owner or segment
  group_id?: the group; all for all; null for leads without a source, owner or segment
  group_name: name to show; Unknown for no source, (none) for no owner or segment
  period_type: day, week, month, quarter, year, fiscal_quarter, fiscal_year or all
  period_start?: first day of the period; null for all
  basis: cohort, by the period in which the lead was created; calendar, each step and duration at the step's own date
  leads: live leads
  mql?: marketing qualified ones; null where that is not defined
  converted: converted ones
  with_opportunity: ones converted into a live opportunity
  sao?: ones whose opportunity is sales accepted; null where that is not defined
  won: ones whose opportunity is won
  skipped_steps: steps that did not happen before one that did, over all leads
  mql_rate?: mql / leads
  converted_rate?: converted / mql; / leads where mql is not defined
  with_opportunity_rate?: with_opportunity / converted
  sao_rate?: sao / with_opportunity
  won_rate?: won / sao; / with_opportunity where sao is not defined
  lead_to_sao_rate?: sao / leads
  lead_to_won_rate?: won / leads
  lead_to_mql_days?: median days from created to MQL, over leads with both
  mql_to_sao_days?: median days from MQL to SAO
  lead_to_sao_days?: median days from created to SAO
  sao_to_won_days?: median days from SAO to won
  lead_to_won_days?: median days from created to won
  negative_days: durations below 0, which are in no median
  is_mature?: whether leads of the period had time to be won - its end and 90 % of all leads' days to won lie before as_of; null without a period, for basis calendar, and while nothing is won
*/
with counted as (
    select g.dimension, g.group_id, p.period_type, p.period_start, x.basis, max(p.period_end) as period_end,
        count(*) filter (where x.step in ('every', 'lead')) as leads,
        count(*) filter (where x.step in ('every', 'mql') and g.is_mql) as mql,
        count(*) filter (where x.step in ('every', 'converted') and g.is_converted) as converted,
        count(*) filter (where x.step in ('every', 'with_opportunity') and g.has_opportunity) as with_opportunity,
        count(*) filter (where x.step in ('every', 'sao') and g.is_sao) as sao,
        count(*) filter (where x.step in ('every', 'won') and g.is_won) as won,
        coalesce(sum(g.skipped_steps) filter (where x.step in ('every', 'lead')), 0) as skipped_steps
    from marts.funnel_lead_group g
    cross join lateral (values
        ('cohort', 'every', g.created_date),
        ('calendar', 'lead', g.created_date),
        ('calendar', 'mql', g.mql_date),
        ('calendar', 'converted', g.converted_date),
        ('calendar', 'with_opportunity', g.opportunity_date),
        ('calendar', 'sao', g.sao_date),
        ('calendar', 'won', g.won_date)
    ) as x (basis, step, day)
    join core.day_period p on p.date_day = x.day
    group by 1, 2, 3, 4, 5
),
timed as (
    select g.dimension, g.group_id, p.period_type, p.period_start, b.basis, t.kind, max(p.period_end) as period_end,
        percentile_cont(0.5) within group (order by case when t.days >= 0 then t.days end) as median_days,
        count(*) filter (where t.days < 0) as negative_days
    from marts.funnel_lead_group g
    cross join lateral (values
        ('lead_to_mql', g.lead_to_mql_days, g.mql_date),
        ('mql_to_sao', g.mql_to_sao_days, g.sao_date),
        ('lead_to_sao', g.lead_to_sao_days, g.sao_date),
        ('sao_to_won', g.sao_to_won_days, g.won_date),
        ('lead_to_won', g.lead_to_won_days, g.won_date)
    ) as t (kind, days, end_date)
    cross join lateral (values ('cohort', g.created_date), ('calendar', t.end_date)) as b (basis, day)
    join core.day_period p on p.date_day = b.day
    where t.days is not null
    group by 1, 2, 3, 4, 5, 6
),
measured as (
    select x.dimension, x.group_id, x.period_type, x.period_start, x.basis,
        max(x.period_end) as period_end,
        sum(x.leads)::bigint as leads,
        sum(x.mql)::bigint as mql,
        sum(x.converted)::bigint as converted,
        sum(x.with_opportunity)::bigint as with_opportunity,
        sum(x.sao)::bigint as sao,
        sum(x.won)::bigint as won,
        sum(x.skipped_steps)::bigint as skipped_steps,
        max(x.median_days) filter (where x.kind = 'lead_to_mql') as lead_to_mql_days,
        max(x.median_days) filter (where x.kind = 'mql_to_sao') as mql_to_sao_days,
        max(x.median_days) filter (where x.kind = 'lead_to_sao') as lead_to_sao_days,
        max(x.median_days) filter (where x.kind = 'sao_to_won') as sao_to_won_days,
        max(x.median_days) filter (where x.kind = 'lead_to_won') as lead_to_won_days,
        sum(x.negative_days)::bigint as negative_days
    from (
        select c.dimension, c.group_id, c.period_type, c.period_start, c.period_end, c.basis, 'count' as kind,
            c.leads, c.mql, c.converted, c.with_opportunity, c.sao, c.won, c.skipped_steps,
            null::double precision as median_days, 0 as negative_days
        from counted c
        union all
        select t.dimension, t.group_id, t.period_type, t.period_start, t.period_end, t.basis, t.kind,
            0, 0, 0, 0, 0, 0, 0, t.median_days, t.negative_days
        from timed t
    ) x
    group by 1, 2, 3, 4, 5
),
spine as (
    select g.dimension, g.group_id, b.basis
    from (
        select 'all' as dimension, 'all' as group_id
        union all
        select 'channel', '(unattributed)'
        union all
        select distinct 'channel', c.channel from core.campaign c
    ) g
    cross join (values ('cohort'), ('calendar')) as b (basis)
),
complete as (
    select m.dimension, m.group_id, m.period_type, m.period_start, m.period_end, m.basis,
        m.leads, m.mql, m.converted, m.with_opportunity, m.sao, m.won, m.skipped_steps,
        m.lead_to_mql_days, m.mql_to_sao_days, m.lead_to_sao_days, m.sao_to_won_days, m.lead_to_won_days, m.negative_days
    from measured m
    union all
    select s.dimension, s.group_id, 'all', null, null, s.basis, 0, 0, 0, 0, 0, 0, 0, null, null, null, null, null, 0
    from spine s
    where not exists (
        select 1
        from (
            select 'all' as dimension, 'all' as group_id from marts.funnel_lead f
            union all
            select 'channel', f.channel from marts.funnel_lead f
        ) x
        where x.dimension = s.dimension and x.group_id = s.group_id
    )
),
shown as (
    select c.*,
        case when i.is_mql_defined then c.mql end as shown_mql,
        case when i.is_sao_defined then c.sao end as shown_sao,
        i.is_mql_defined, i.is_sao_defined, i.days_to_won, i.as_of
    from complete c
    cross join (
        select b.as_of, b.is_sao_defined,
            not exists (select 1 from staging.build_note n where n.code = 'mql_undefined') as is_mql_defined,
            (
                select percentile_cont(0.9) within group (order by f.lead_to_won_days)
                from marts.funnel_lead f
                where f.lead_to_won_days >= 0
            ) as days_to_won
        from marts.build_info b
    ) i
)
select s.dimension, s.group_id,
    coalesce(u.name, s.group_id, case s.dimension when 'source' then 'Unknown' else '(none)' end) as group_name,
    s.period_type, s.period_start, s.basis,
    s.leads, s.shown_mql as mql, s.converted, s.with_opportunity, s.shown_sao as sao, s.won,
    s.skipped_steps,
    s.shown_mql::numeric / nullif(s.leads, 0) as mql_rate,
    s.converted::numeric / nullif(case when s.is_mql_defined then s.mql else s.leads end, 0) as converted_rate,
    s.with_opportunity::numeric / nullif(s.converted, 0) as with_opportunity_rate,
    s.shown_sao::numeric / nullif(s.with_opportunity, 0) as sao_rate,
    s.won::numeric / nullif(case when s.is_sao_defined then s.sao else s.with_opportunity end, 0) as won_rate,
    s.shown_sao::numeric / nullif(s.leads, 0) as lead_to_sao_rate,
    s.won::numeric / nullif(s.leads, 0) as lead_to_won_rate,
    s.lead_to_mql_days::numeric(12, 1) as lead_to_mql_days,
    s.mql_to_sao_days::numeric(12, 1) as mql_to_sao_days,
    s.lead_to_sao_days::numeric(12, 1) as lead_to_sao_days,
    s.sao_to_won_days::numeric(12, 1) as sao_to_won_days,
    s.lead_to_won_days::numeric(12, 1) as lead_to_won_days,
    s.negative_days,
    case when s.basis = 'cohort' then s.as_of - s.period_end >= s.days_to_won end as is_mature
from shown s
left join core.user u on s.dimension = 'owner' and u.user_id = s.group_id
