/*
severity: error
model: marts.funnel
says: the groups of a dimension do not add up to the live leads, their steps or the funnel of all
*/
select d.dimension as key, sum(f.leads) as found
from (values ('all'), ('channel'), ('source'), ('bucket'), ('owner'), ('segment')) as d (dimension)
cross join marts.funnel a
left join marts.funnel f on f.dimension = d.dimension
where a.dimension = 'all'
group by d.dimension, a.leads, a.mql, a.converted, a.with_opportunity, a.sao, a.won, a.skipped_steps
having coalesce(sum(f.leads), 0) <> (select count(*) from core.lead l)
    or coalesce(sum(f.leads), 0) <> a.leads
    or sum(f.mql) <> a.mql
    or sum(f.converted) <> a.converted
    or sum(f.with_opportunity) <> a.with_opportunity
    or sum(f.sao) <> a.sao
    or sum(f.won) <> a.won
    or sum(f.skipped_steps) <> a.skipped_steps
