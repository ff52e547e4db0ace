/*
severity: error
model: marts.campaign_performance
says: credited leads are not the live leads
*/
select p.model as key, sum(p.leads) as found
from marts.campaign_performance p
group by p.model
having sum(p.leads) <> (select count(*) from core.lead l)
