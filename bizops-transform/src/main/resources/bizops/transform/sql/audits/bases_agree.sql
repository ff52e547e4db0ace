/*
severity: error
model: marts.attribution_day
says: calendar and cohort do not add up to the same credits
*/
select f.model as key
from marts.performance_fact f
where f.is_all_time and f.dimension = 'total'
group by f.model
having sum(f.leads) filter (where f.basis = 'calendar') is distinct from sum(f.leads) filter (where f.basis = 'cohort')
    or sum(f.won_iacv) filter (where f.basis = 'calendar') is distinct from sum(f.won_iacv) filter (where f.basis = 'cohort')
