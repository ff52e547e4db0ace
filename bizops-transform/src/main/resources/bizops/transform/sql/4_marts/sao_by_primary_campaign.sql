/*
materialized: view
grain: sales accepted opportunities of a campaign in a period, each for the campaign that Salesforce names as its primary one
like: marts.sao_by_campaign_period
without: [model, basis]
*/
with primary_fact as (
    select s.campaign_id, s.sao_date as day, 1 as saos, s.iacv, null::numeric as spend
    from marts.sao s
    union all
    select d.campaign_id, d.spend_date, 0, 0, d.amount
    from core.spend_day d
    where d.is_campaign_known
    union all
    select c.campaign_id, b.as_of, 0, 0, null
    from core.campaign c
    cross join marts.build_info b
),
primary_campaign as (
    select f.campaign_id, p.period_type, p.period_start,
        sum(f.saos)::numeric as saos, sum(f.iacv) as iacv, sum(f.spend) as spend, count(f.spend) as spend_days
    from primary_fact f
    join core.day_period p on p.date_day = f.day
    group by 1, 2, 3
)
select m.campaign_id, coalesce(c.name, m.campaign_id, '(none)') as campaign_name, c.channel,
    m.period_type, m.period_start,
    case when i.is_sao_defined then m.saos end as saos,
    case when i.is_sao_defined then m.iacv end as iacv,
    case when g.is_spend_known then coalesce(m.spend, 0) end as spend,
    case when i.is_sao_defined and g.is_spend_known then coalesce(m.spend, 0) / nullif(m.saos, 0) end as cost_per_sao
from primary_campaign m
cross join marts.build_info i
left join core.campaign c on c.campaign_id = m.campaign_id
left join marts.performance_group g on g.dimension = 'campaign' and g.group_id = m.campaign_id
where m.period_type = 'all' or m.saos > 0 or m.spend_days > 0
