/*
title: leads of a month and how far they came
dimensions: [month, basis, channel, campaign_id, lead_source, source_bucket, segment, owner_id]
labels: {basis: basis_name, campaign_id: campaign_name, owner_id: owner_name}
sums: [lead_count, mql_count, before_converted, converted, with_opportunity, accepted, before_won, won_leads, skipped_steps]
immature: is_immature
*/
with build as (
    select i.as_of, i.is_sao_defined,
        not exists (select 1 from note n where n.code = 'mql_undefined') as is_mql_defined,
        (
            select percentile_cont(0.9) within group (order by f.lead_to_won_days)
            from funnel_lead f
            where f.lead_to_won_days >= 0
        ) as days_for_most
    from build_info i
),
counted as (
    select date_trunc('month', x.day::timestamp)::date as month, x.basis,
        f.channel, f.campaign_id, f.lead_source, f.source_bucket, f.segment, f.owner_id,
        count(*) filter (where x.step in ('every', 'lead')) as lead_count,
        count(*) filter (where x.step in ('every', 'mql') and f.is_mql) as mql_count,
        count(*) filter (where x.step in ('every', 'converted') and f.is_converted) as converted,
        count(*) filter (where x.step in ('every', 'with_opportunity') and f.has_opportunity) as with_opportunity,
        count(*) filter (where x.step in ('every', 'sao') and f.is_sao) as accepted,
        count(*) filter (where x.step in ('every', 'won') and f.is_won) as won_leads,
        coalesce(sum(f.skipped_steps) filter (where x.step in ('every', 'lead')), 0) as skipped_steps
    from funnel_lead f
    cross join lateral (values
        ('cohort', 'every', f.created_date),
        ('calendar', 'lead', f.created_date),
        ('calendar', 'mql', f.mql_date),
        ('calendar', 'converted', f.converted_date),
        ('calendar', 'with_opportunity', f.opportunity_date),
        ('calendar', 'sao', f.sao_date),
        ('calendar', 'won', f.won_date)
    ) as x (basis, step, day)
    where x.day is not null
    group by 1, 2, 3, 4, 5, 6, 7, 8
)
select c.month, c.basis, initcap(c.basis) as basis_name,
    c.channel, c.campaign_id, coalesce(g.group_name, c.campaign_id) as campaign_name,
    c.lead_source, c.source_bucket, c.segment,
    c.owner_id, coalesce(o.group_name, c.owner_id) as owner_name,
    c.lead_count, c.mql_count,
    case when b.is_mql_defined then c.mql_count else c.lead_count end as before_converted,
    c.converted, c.with_opportunity, c.accepted,
    case when b.is_sao_defined then c.accepted else c.with_opportunity end as before_won,
    c.won_leads, c.skipped_steps,
    coalesce(
        c.basis = 'cohort' and b.as_of - (c.month + interval '1 month - 1 day')::date < b.days_for_most,
        false
    ) as is_immature
from counted c
cross join build b
left join performance_group g on g.dimension = 'campaign' and g.group_id = c.campaign_id
left join funnel o on o.dimension = 'owner' and o.group_id = c.owner_id
