/*
severity: error
model: marts.mrr_movement_group
says: opening and movements are not the closing
*/
select g.dimension || ' ' || coalesce(g.group_name, '(none)') || ' ' || g.month as key, g.closing as found
from marts.mrr_movement_group g
where g.opening + g.new + g.expansion + g.contraction + g.churn + g.reactivation <> g.closing
