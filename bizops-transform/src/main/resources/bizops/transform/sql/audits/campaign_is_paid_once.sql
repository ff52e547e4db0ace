/*
severity: error
model: core.spend_day
says: a campaign's spend comes from more than one source
*/
select d.campaign_id as key, count(distinct d.basis) as found
from core.spend_day d
group by d.campaign_id
having count(distinct d.basis) > 1
