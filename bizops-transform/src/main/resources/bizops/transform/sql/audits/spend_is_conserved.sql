/*
severity: error
model: marts.total_performance
says: the total's spend is not the sum of all spend
*/
select p.model as key, p.spend as found
from marts.total_performance p
where p.spend is distinct from (select sum(d.amount) from core.spend_day d)
