/*
severity: error
model: marts.campaign_performance
says: credited won IACV is not the won opportunities' IACV
*/
select p.model as key, sum(p.won_iacv) as found
from marts.campaign_performance p
group by p.model
having sum(p.won_iacv) <> (select coalesce(sum(o.iacv), 0) from core.opportunity o where o.is_won_to_date)
