/*
severity: error
model: marts.funnel
says: the groups of a dimension do not add up to the live leads, their steps or the funnel of all
*/
select f.dimension as key, sum(f.leads) as found
from marts.funnel f
cross join marts.funnel a
where a.dimension = 'all'
group by f.dimension, a.leads, a.mql, a.converted, a.with_opportunity, a.sao, a.won, a.skipped_steps
having sum(f.leads) <> (select count(*) from core.lead l)
    or sum(f.leads) <> a.leads
    or sum(f.mql) <> a.mql
    or sum(f.converted) <> a.converted
    or sum(f.with_opportunity) <> a.with_opportunity
    or sum(f.sao) <> a.sao
    or sum(f.won) <> a.won
    or sum(f.skipped_steps) <> a.skipped_steps
