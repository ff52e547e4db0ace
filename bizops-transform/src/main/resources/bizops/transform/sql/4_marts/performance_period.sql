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
with shifted as (
    select make_interval(months => s.fiscal_year_start_month - 1) as shift from staging.settings s
),
dated as (
    select 'day' as period_type, f.day as period_start, f.* from marts.performance_fact f where not f.is_all_time
    union all
    select 'week', date_trunc('week', f.day::timestamp)::date, f.* from marts.performance_fact f where not f.is_all_time
    union all
    select 'month', date_trunc('month', f.day::timestamp)::date, f.* from marts.performance_fact f where not f.is_all_time
    union all
    select 'quarter', date_trunc('quarter', f.day::timestamp)::date, f.* from marts.performance_fact f where not f.is_all_time
    union all
    select 'year', date_trunc('year', f.day::timestamp)::date, f.* from marts.performance_fact f where not f.is_all_time
    union all
    select 'fiscal_quarter', (date_trunc('quarter', date_trunc('month', f.day::timestamp) - s.shift) + s.shift)::date, f.*
    from marts.performance_fact f
    cross join shifted s
    where not f.is_all_time
    union all
    select 'fiscal_year', (date_trunc('year', date_trunc('month', f.day::timestamp) - s.shift) + s.shift)::date, f.*
    from marts.performance_fact f
    cross join shifted s
    where not f.is_all_time
    union all
    select 'all', null, f.* from marts.performance_fact f where f.is_all_time
    union all
    select 'all', null, g.dimension, g.group_id, m.model, b.basis, true, null,
        null, null, null, null, null, null, null, null, null, null, null, null, null, null
    from marts.performance_group g
    cross join (select unnest(s.models) as model from staging.settings s) m
    cross join (values ('calendar'), ('cohort')) as b (basis)
),
summed as (
    select d.dimension, d.group_id, d.model, d.basis, d.period_type, d.period_start,
        sum(d.spend) as spend,
        coalesce(sum(d.leads), 0) as leads,
        coalesce(sum(d.saos), 0) as saos,
        coalesce(sum(d.sao_iacv), 0) as sao_iacv,
        coalesce(sum(d.won), 0) as won,
        coalesce(sum(d.new_customers), 0) as new_customers,
        coalesce(sum(d.won_iacv), 0) as won_iacv,
        coalesce(sum(d.won_margin), 0) as won_margin,
        coalesce(sum(d.iacv_at_median), 0) as iacv_at_median,
        coalesce(sum(d.iacv_within_30), 0) as iacv_within_30,
        coalesce(sum(d.iacv_within_60), 0) as iacv_within_60,
        coalesce(sum(d.iacv_within_90), 0) as iacv_within_90,
        coalesce(sum(d.iacv_within_180), 0) as iacv_within_180,
        coalesce(sum(d.iacv_within_365), 0) as iacv_within_365
    from dated d
    group by 1, 2, 3, 4, 5, 6
),
grouped as (
    select x.*, g.group_name, g.channel, g.spend_unknown_campaigns, g.median_days_own,
        case when g.is_spend_known then coalesce(x.spend, 0) end as known_spend
    from summed x
    join marts.performance_group g on g.dimension = x.dimension and g.group_id = x.group_id
),
valued as (
    select x.*,
        x.known_spend / nullif(x.new_customers, 0) as cac,
        case when i.gross_margin is not null then x.won_margin end / nullif(x.new_customers, 0)
            * i.average_retention_months / 12 as ltv,
        case when i.median_conversion_days is not null then x.iacv_at_median end as median_iacv,
        i.is_sao_defined
    from grouped x
    cross join marts.build_info i
)
select v.dimension, v.group_id, v.group_name, v.channel, v.model, v.period_type, v.period_start, v.basis,
    v.known_spend as spend,
    v.spend_unknown_campaigns,
    v.leads,
    v.known_spend / nullif(v.leads, 0) as cost_per_lead,
    v.new_customers,
    v.leads / nullif(v.new_customers, 0) as leads_per_customer,
    v.new_customers / nullif(v.leads, 0) as lead_conversion_rate,
    v.cac,
    v.won_iacv,
    v.known_spend / nullif(v.won_iacv, 0) as cost_per_iacv_dollar,
    v.median_iacv as iacv_at_median,
    2 * v.median_iacv as estimated_iacv,
    v.ltv,
    v.ltv / nullif(v.cac, 0) as roi,
    v.median_days_own,
    case when v.is_sao_defined then v.saos end as saos,
    case when v.is_sao_defined then v.sao_iacv end as sao_iacv,
    case when v.is_sao_defined then v.known_spend / nullif(v.saos, 0) end as cost_per_sao,
    v.won,
    v.known_spend / nullif(v.won, 0) as cost_per_won,
    v.iacv_within_30, v.iacv_within_60, v.iacv_within_90, v.iacv_within_180, v.iacv_within_365
from valued v
