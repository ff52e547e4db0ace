/*
materialized: view
grain: the metrics of a group in a period, by model and basis; one row of period_type all for every group
columns:
  dimension: campaign, channel or total
  group_id: campaign id, channel, or total
  group_name: name to show
  channel?: channel of the campaign, or the channel itself
  model: attribution model
  period_type: day, week, month, quarter, year, fiscal_quarter, fiscal_year or all
  period_start?: first day of the period; null for all
  basis: calendar, each measure at its own date; cohort, at the date of the touch that earned it
  spend?: known spend; null when none is known
  spend_unknown_campaigns: campaigns of the group whose spend is not known
  leads: lead credits
  cost_per_lead?: spend / leads
  new_customers: new-customer credits
  leads_per_customer?: leads / new customers
  lead_conversion_rate?: new customers / leads
  cac?: customer acquisition cost, spend / new customers
  won_iacv: won-IACV credits, all won opportunities
  cost_per_iacv_dollar?: spend / won IACV
  iacv_at_median?: won-IACV credits of touches at most the global median conversion time before the close
  estimated_iacv?: twice iacv_at_median
  ltv?: won IACV / new customers x gross margin x lifetime in years
  roi?: LTV / CAC
  median_days_own?: median conversion time of won opportunities whose first touch is in the group, over all time
  saos?: credits of sales accepted opportunities; null where sales acceptance is not defined
  sao_iacv?: their IACV credits
  cost_per_sao?: spend / saos
  won: credits of won opportunities
  cost_per_won?: spend / won
  iacv_within_30: won-IACV credits of touches at most 30 days before the close
  iacv_within_60: won-IACV credits of touches at most 60 days before the close
  iacv_within_90: won-IACV credits of touches at most 90 days before the close
  iacv_within_180: won-IACV credits of touches at most 180 days before the close
  iacv_within_365: won-IACV credits of touches at most 365 days before the close
*/
with model as (
    select unnest(s.models) as model from staging.settings s
),
dated as (
    select d.*, p.period_type, p.period_start
    from marts.performance_day d
    cross join staging.settings s
    cross join lateral (
        select date_trunc('month', d.day::timestamp) - make_interval(months => s.fiscal_year_start_month - 1) as day,
            make_interval(months => s.fiscal_year_start_month - 1) as shift
    ) f
    cross join lateral (values
        ('day', d.day),
        ('week', date_trunc('week', d.day::timestamp)::date),
        ('month', date_trunc('month', d.day::timestamp)::date),
        ('quarter', date_trunc('quarter', d.day::timestamp)::date),
        ('year', date_trunc('year', d.day::timestamp)::date),
        ('fiscal_quarter', (date_trunc('quarter', f.day) + f.shift)::date),
        ('fiscal_year', (date_trunc('year', f.day) + f.shift)::date),
        ('all', null)
    ) as p (period_type, period_start)
    union all
    select g.dimension, g.group_id, m.model, b.basis, null, case when g.is_spend_known then 0 end,
        0, 0, 0, 0, 0, 0, case when s.gross_margin is not null then 0 end, 0, 0, 0, 0, 0, 0, 'all', null
    from marts.performance_group g
    cross join model m
    cross join (values ('calendar'), ('cohort')) as b (basis)
    cross join staging.settings s
),
summed as (
    select d.dimension, d.group_id, d.model, d.basis, d.period_type, d.period_start,
        sum(d.spend) as spend, sum(d.leads) as leads, sum(d.saos) as saos, sum(d.sao_iacv) as sao_iacv,
        sum(d.won) as won, sum(d.new_customers) as new_customers, sum(d.won_iacv) as won_iacv,
        sum(d.won_margin) as won_margin, sum(d.iacv_at_median) as iacv_at_median,
        sum(d.iacv_within_30) as iacv_within_30, sum(d.iacv_within_60) as iacv_within_60,
        sum(d.iacv_within_90) as iacv_within_90, sum(d.iacv_within_180) as iacv_within_180,
        sum(d.iacv_within_365) as iacv_within_365
    from dated d
    group by 1, 2, 3, 4, 5, 6
),
valued as (
    select x.*,
        x.spend / nullif(x.new_customers, 0) as cac,
        x.won_margin / nullif(x.new_customers, 0) * i.average_retention_months / 12 as ltv,
        case when i.median_conversion_days is not null then x.iacv_at_median end as median_iacv,
        i.is_sao_defined
    from summed x
    cross join marts.build_info i
)
select v.dimension, v.group_id, g.group_name, g.channel, v.model, v.period_type, v.period_start, v.basis,
    v.spend,
    g.spend_unknown_campaigns,
    v.leads,
    v.spend / nullif(v.leads, 0) as cost_per_lead,
    v.new_customers,
    v.leads / nullif(v.new_customers, 0) as leads_per_customer,
    v.new_customers / nullif(v.leads, 0) as lead_conversion_rate,
    v.cac,
    v.won_iacv,
    v.spend / nullif(v.won_iacv, 0) as cost_per_iacv_dollar,
    v.median_iacv as iacv_at_median,
    2 * v.median_iacv as estimated_iacv,
    v.ltv,
    v.ltv / nullif(v.cac, 0) as roi,
    g.median_days_own,
    case when v.is_sao_defined then v.saos end as saos,
    case when v.is_sao_defined then v.sao_iacv end as sao_iacv,
    case when v.is_sao_defined then v.spend / nullif(v.saos, 0) end as cost_per_sao,
    v.won,
    v.spend / nullif(v.won, 0) as cost_per_won,
    v.iacv_within_30, v.iacv_within_60, v.iacv_within_90, v.iacv_within_180, v.iacv_within_365
from valued v
join marts.performance_group g on g.dimension = v.dimension and g.group_id = v.group_id
