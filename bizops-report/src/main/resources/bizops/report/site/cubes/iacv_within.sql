/*
title: won IACV that a campaign earned in a month, by how long before the close
dimensions: [month, model, basis, campaign_id, channel]
labels: {campaign_id: campaign_name, model: model_name, basis: basis_name}
every: [month, model, basis]
sums: [iacv_within_30, iacv_within_60, iacv_within_90, iacv_within_180, iacv_within_365, iacv_at_any_time]
immature: is_immature
*/
with build as (
    select i.as_of,
        (
            select percentile_cont(0.9) within group (order by t.conversion_days)
            from conversion_time t
        ) as days_for_most
    from build_info i
),
earned as (
    select date_trunc('month', d.day::timestamp)::date as month, d.model, d.basis, d.campaign_id, d.campaign_name, d.channel,
        sum(d.iacv_within_30) as iacv_within_30, sum(d.iacv_within_60) as iacv_within_60,
        sum(d.iacv_within_90) as iacv_within_90, sum(d.iacv_within_180) as iacv_within_180,
        sum(d.iacv_within_365) as iacv_within_365, sum(d.won_iacv) as iacv_at_any_time
    from campaign_performance_day d
    group by 1, 2, 3, 4, 5, 6
    having sum(d.won_iacv) <> 0
)
select e.month, e.model, coalesce(n.model_name, e.model) as model_name, e.basis, initcap(e.basis) as basis_name, e.campaign_id, e.campaign_name, e.channel,
    e.iacv_within_30, e.iacv_within_60, e.iacv_within_90, e.iacv_within_180, e.iacv_within_365, e.iacv_at_any_time,
    coalesce(
        e.basis = 'cohort' and b.as_of - (e.month + interval '1 month - 1 day')::date < b.days_for_most,
        false
    ) as is_immature
from earned e
cross join build b
left join (values
    ('first', 'First touch'),
    ('last', 'Last touch'),
    ('linear', 'Linear'),
    ('u_shaped', 'U-shaped'),
    ('w_shaped', 'W-shaped'),
    ('full_path', 'Full path'),
    ('time_decay', 'Time decay'),
    ('markov', 'Markov'),
    ('shapley', 'Shapley')
) as n (model, model_name) on n.model = e.model
union all
select null, null, null, null, null, g.group_id, g.group_name, g.channel, 0, 0, 0, 0, 0, 0, false
from performance_group g
where g.dimension = 'campaign'
