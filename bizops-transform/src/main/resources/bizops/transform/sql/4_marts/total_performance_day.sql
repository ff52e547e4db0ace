/*
materialized: view
grain: the additive facts of the company on a day, by model and basis
like: marts.performance_day
columns:
  model: attribution model
*/
select d.model, d.basis, d.day, d.spend, d.leads, d.saos, d.sao_iacv, d.won, d.new_customers, d.won_iacv, d.won_margin,
    d.iacv_at_median, d.iacv_within_30, d.iacv_within_60, d.iacv_within_90, d.iacv_within_180, d.iacv_within_365
from marts.performance_day d
join marts.performance_group g on g.dimension = d.dimension and g.group_id = d.group_id
where d.dimension = 'total'
