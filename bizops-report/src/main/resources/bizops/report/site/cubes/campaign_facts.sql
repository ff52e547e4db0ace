/*
title: what a campaign earned and cost in a month
dimensions: [month, model, basis, campaign_id, channel]
labels: {campaign_id: campaign_name, model: model_name, basis: basis_name}
every: [month, model, basis]
sums: [spend?, spend_unknown, leads, saos, sao_iacv, won, new_customers, won_iacv, won_margin?, iacv_at_median?]
immature: is_immature
incomplete: {spend: spend_unknown}
*/
with build as (
    select i.as_of, i.models[1] as any_model, i.gross_margin, i.median_conversion_days,
        (
            select percentile_cont(0.9) within group (order by t.conversion_days)
            from conversion_time t
        ) as days_for_most
    from build_info i
),
campaign as (
    select g.group_id as campaign_id, g.group_name as campaign_name, g.channel, g.is_spend_known, g.spend_unknown_campaigns
    from performance_group g
    where g.dimension = 'campaign'
),
earned as (
    select date_trunc('month', d.day::timestamp)::date as month, d.model, d.basis, d.campaign_id,
        sum(d.leads) as leads, sum(d.saos) as saos, sum(d.sao_iacv) as sao_iacv, sum(d.won) as won,
        sum(d.new_customers) as new_customers, sum(d.won_iacv) as won_iacv, sum(d.won_margin) as won_margin,
        sum(d.iacv_at_median) as iacv_at_median
    from campaign_performance_day d
    group by 1, 2, 3, 4
    having sum(d.leads) <> 0 or sum(d.saos) <> 0 or sum(d.won) <> 0 or sum(d.new_customers) <> 0
),
-- The marts repeat a day's spend for every model and basis. Only spend is asked for, so that no touch is read for it.
paid as (
    select date_trunc('month', x.day::timestamp)::date as month, x.campaign_id, sum(x.spend) as spend
    from (
        select f.day, f.group_id as campaign_id, sum(f.spend) as spend
        from performance_fact f
        join build b on b.any_model = f.model
        join campaign c on c.campaign_id = f.group_id and c.is_spend_known
        where f.dimension = 'campaign' and not f.is_all_time and f.basis = 'calendar' and f.spend is not null
        group by f.day, f.group_id
    ) x
    where x.spend <> 0
    group by 1, 2
),
company_paid as (
    select date_trunc('month', d.day::timestamp)::date as month, sum(d.spend) as spend
    from total_performance_day d
    join build b on b.any_model = d.model
    where d.basis = 'calendar' and d.spend <> 0
    group by 1
),
-- What is spent on campaigns that are no longer there gets a row, so that the rows add up to the company's spend.
absent as (
    select x.month, sum(x.spend) as spend
    from (
        select c.month, c.spend from company_paid c
        union all
        select p.month, -p.spend from paid p
    ) x
    group by x.month
    having sum(x.spend) <> 0
),
fact as (
    select e.month, e.model, e.basis, e.campaign_id, null::numeric as spend, 0::bigint as spend_unknown,
        e.leads, e.saos, e.sao_iacv, e.won, e.new_customers, e.won_iacv,
        case when b.gross_margin is not null then e.won_margin end as won_margin,
        case when b.median_conversion_days is not null then e.iacv_at_median end as iacv_at_median,
        coalesce(
            e.basis = 'cohort' and b.as_of - (e.month + interval '1 month - 1 day')::date < b.days_for_most,
            false
        ) as is_immature
    from earned e
    cross join build b
    union all
    select p.month, null, null, p.campaign_id, p.spend, 0, 0, 0, 0, 0, 0, 0, null, null, false
    from paid p
    union all
    select a.month, null, null, '(absent campaign)', a.spend, 0, 0, 0, 0, 0, 0, 0, null, null, false
    from absent a
    union all
    select null, null, null, c.campaign_id, case when c.is_spend_known then 0 end, c.spend_unknown_campaigns,
        0, 0, 0, 0, 0, 0,
        case when b.gross_margin is not null then 0 end,
        case when b.median_conversion_days is not null then 0 end,
        false
    from campaign c
    cross join build b
)
select f.month, f.model,
    coalesce(n.model_name, f.model) as model_name,
    f.basis, initcap(f.basis) as basis_name,
    f.campaign_id, coalesce(c.campaign_name, f.campaign_id) as campaign_name, coalesce(c.channel, f.campaign_id) as channel,
    f.spend, f.spend_unknown, f.leads, f.saos, f.sao_iacv, f.won, f.new_customers, f.won_iacv, f.won_margin,
    f.iacv_at_median, f.is_immature
from fact f
left join campaign c on c.campaign_id = f.campaign_id
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
) as n (model, model_name) on n.model = f.model
