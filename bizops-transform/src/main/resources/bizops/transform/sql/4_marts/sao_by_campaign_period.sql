/*
materialized: view
grain: sales accepted opportunities of a campaign in a period, by attribution model or by primary campaign, and basis
columns:
  model: attribution model; primary counts an opportunity for the campaign that Salesforce names
  campaign_id?: Salesforce's Campaign.Id, or (unattributed); null for opportunities without a primary campaign
  campaign_name: name of the campaign; (none) without a primary campaign
  channel?: channel of the campaign; null where no such campaign lives
  period_type: day, week, month, quarter, year, fiscal_quarter, fiscal_year or all
  period_start?: first day of the period; null for all
  basis: calendar, at the SAO date; cohort, at the date of the touch that earned it, which a primary campaign does not have
  saos?: credits of sales accepted opportunities; null where sales acceptance is not defined
  iacv?: their IACV credits
  spend?: known spend of the period; null where the campaign's is not known
  cost_per_sao?: spend / saos
*/
with period as (
    select p.model, p.campaign_id, p.campaign_name, p.channel, p.period_type, p.period_start, p.basis,
        p.saos, p.sao_iacv, p.spend
    from marts.campaign_performance_period p
),
primary_fact as (
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
select p.model, p.campaign_id, p.campaign_name, p.channel, p.period_type, p.period_start, p.basis,
    p.saos, p.sao_iacv as iacv, p.spend, p.spend / nullif(p.saos, 0) as cost_per_sao
from period p
union all
select 'primary', m.campaign_id, coalesce(c.name, m.campaign_id, '(none)'), c.channel,
    m.period_type, m.period_start, 'calendar',
    case when i.is_sao_defined then m.saos end,
    case when i.is_sao_defined then m.iacv end,
    case when g.is_spend_known then coalesce(m.spend, 0) end,
    case when i.is_sao_defined and g.is_spend_known then coalesce(m.spend, 0) / nullif(m.saos, 0) end
from primary_campaign m
cross join marts.build_info i
left join core.campaign c on c.campaign_id = m.campaign_id
left join marts.performance_group g on g.dimension = 'campaign' and g.group_id = m.campaign_id
where m.period_type = 'all' or m.saos > 0 or m.spend_days > 0
