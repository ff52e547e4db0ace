/*
materialized: view
grain: a product and a month
key: [product, month]
like: marts.mrr_movement_group
without: [dimension, group_name]
columns:
  product?: name of the rate plan, else of the charge; null for charges without
  closing_arr: annual recurring revenue on the last day of the month, 12 times closing
  quick_ratio?: (new + expansion + reactivation) / -(contraction + churn)
*/
select g.group_name as product, g.month, g.opening, g.new, g.expansion, g.contraction, g.churn, g.reactivation, g.closing, g.active,
    12 * g.closing as closing_arr,
    (g.new + g.expansion + g.reactivation) / nullif(- (g.contraction + g.churn), 0) as quick_ratio,
    g.is_partial
from marts.mrr_movement_group g
where g.dimension = 'product'
