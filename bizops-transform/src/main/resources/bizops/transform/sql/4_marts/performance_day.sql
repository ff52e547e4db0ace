/*
materialized: view
grain: the additive facts of a group on a day, by model and basis
columns:
  dimension: campaign, channel or total
  group_id: campaign id, channel, or total
  model: attribution model
  basis: calendar, each measure at its own date; cohort, at the date of the touch that earned it
  day: the day
  spend?: null where the group's spend is not known
  leads: lead credits
  saos: credits of sales accepted opportunities
  sao_iacv: their IACV credits
  won: credits of won opportunities
  new_customers: new-customer credits
  won_iacv: won-IACV credits
  won_margin?: won-IACV credits times margin; null where a margin is not known
  iacv_at_median: won-IACV credits of touches at most the global median conversion time before the close
  iacv_within_30: won-IACV credits of touches at most 30 days before the close
  iacv_within_60: won-IACV credits of touches at most 60 days before the close
  iacv_within_90: won-IACV credits of touches at most 90 days before the close
  iacv_within_180: won-IACV credits of touches at most 180 days before the close
  iacv_within_365: won-IACV credits of touches at most 365 days before the close
*/
select f.dimension, f.group_id, f.model, f.basis, f.day,
    case when g.is_spend_known then coalesce(sum(f.spend), 0) end as spend,
    coalesce(sum(f.leads), 0) as leads,
    coalesce(sum(f.saos), 0) as saos,
    coalesce(sum(f.sao_iacv), 0) as sao_iacv,
    coalesce(sum(f.won), 0) as won,
    coalesce(sum(f.new_customers), 0) as new_customers,
    coalesce(sum(f.won_iacv), 0) as won_iacv,
    case when s.gross_margin is not null then coalesce(sum(f.won_margin), 0) end as won_margin,
    coalesce(sum(f.iacv_at_median), 0) as iacv_at_median,
    coalesce(sum(f.iacv_within_30), 0) as iacv_within_30,
    coalesce(sum(f.iacv_within_60), 0) as iacv_within_60,
    coalesce(sum(f.iacv_within_90), 0) as iacv_within_90,
    coalesce(sum(f.iacv_within_180), 0) as iacv_within_180,
    coalesce(sum(f.iacv_within_365), 0) as iacv_within_365
from marts.performance_fact f
join marts.performance_group g on g.dimension = f.dimension and g.group_id = f.group_id
cross join staging.settings s
where not f.is_all_time
group by f.dimension, f.group_id, f.model, f.basis, f.day, g.is_spend_known, s.gross_margin
