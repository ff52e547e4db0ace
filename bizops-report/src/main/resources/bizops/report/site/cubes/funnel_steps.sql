/*
title: leads of a month that made a step in so many days
dimensions: [month, basis, channel, campaign_id, lead_source, source_bucket, segment, owner_id]
labels: {basis: basis_name, campaign_id: campaign_name, owner_id: owner_name}
sums: [lead_to_mql, mql_to_sao, lead_to_sao, sao_to_won, lead_to_won, negative_steps]
values: [step_days]
immature: is_immature
*/
with build as (
    select i.as_of,
        (
            select percentile_cont(0.9) within group (order by f.lead_to_won_days)
            from funnel_lead f
            where f.lead_to_won_days >= 0
        ) as days_for_most
    from build_info i
),
-- A duration below 0 is none: it is counted, and no part of a median.
timed as (
    select date_trunc('month', b.day::timestamp)::date as month, b.basis,
        f.channel, f.campaign_id, f.lead_source, f.source_bucket, f.segment, f.owner_id,
        case when t.days >= 0 then t.days end as step_days,
        count(*) filter (where t.kind = 'lead_to_mql' and t.days >= 0) as lead_to_mql,
        count(*) filter (where t.kind = 'mql_to_sao' and t.days >= 0) as mql_to_sao,
        count(*) filter (where t.kind = 'lead_to_sao' and t.days >= 0) as lead_to_sao,
        count(*) filter (where t.kind = 'sao_to_won' and t.days >= 0) as sao_to_won,
        count(*) filter (where t.kind = 'lead_to_won' and t.days >= 0) as lead_to_won,
        count(*) filter (where t.days < 0) as negative_steps
    from funnel_lead f
    cross join lateral (values
        ('lead_to_mql', f.lead_to_mql_days, f.mql_date),
        ('mql_to_sao', f.mql_to_sao_days, f.sao_date),
        ('lead_to_sao', f.lead_to_sao_days, f.sao_date),
        ('sao_to_won', f.sao_to_won_days, f.won_date),
        ('lead_to_won', f.lead_to_won_days, f.won_date)
    ) as t (kind, days, end_date)
    cross join lateral (values ('cohort', f.created_date), ('calendar', t.end_date)) as b (basis, day)
    where t.days is not null
    group by 1, 2, 3, 4, 5, 6, 7, 8, 9
)
select t.month, t.basis, initcap(t.basis) as basis_name,
    t.channel, t.campaign_id, coalesce(g.group_name, t.campaign_id) as campaign_name,
    t.lead_source, t.source_bucket, t.segment,
    t.owner_id, coalesce(o.group_name, t.owner_id) as owner_name,
    t.step_days, t.lead_to_mql, t.mql_to_sao, t.lead_to_sao, t.sao_to_won, t.lead_to_won, t.negative_steps,
    coalesce(
        t.basis = 'cohort' and b.as_of - (t.month + interval '1 month - 1 day')::date < b.days_for_most,
        false
    ) as is_immature
from timed t
cross join build b
left join performance_group g on g.dimension = 'campaign' and g.group_id = t.campaign_id
left join funnel o on o.dimension = 'owner' and o.group_id = t.owner_id
