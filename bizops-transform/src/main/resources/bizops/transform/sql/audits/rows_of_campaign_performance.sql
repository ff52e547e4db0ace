/*
severity: error
model: marts.campaign_performance
says: not one row a live campaign and (unattributed)
*/
select p.model as key, count(*) as found
from marts.campaign_performance p
group by p.model
having count(*) <> (select count(*) + 1 from core.campaign c)
