/*
severity: error
model: marts.performance_day
says: calendar and cohort do not add up to the same credits
*/
select d.model as key
from marts.performance_day d
where d.dimension = 'total'
group by d.model
having sum(d.leads) filter (where d.basis = 'calendar') <> sum(d.leads) filter (where d.basis = 'cohort')
    or sum(d.won_iacv) filter (where d.basis = 'calendar') <> sum(d.won_iacv) filter (where d.basis = 'cohort')
