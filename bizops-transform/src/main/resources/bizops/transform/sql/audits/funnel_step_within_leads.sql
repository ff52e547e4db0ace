/*
severity: error
model: marts.funnel
says: more leads reached a step than there are leads
*/
select f.dimension || ' ' || f.group_name as key
from marts.funnel f
where greatest(f.mql, f.converted, f.with_opportunity, f.sao, f.won) > f.leads
