/*
severity: error
model: core.spend_day
says: more than 1 % of the spend is on campaigns that do not exist
*/
select d.campaign_id as key, sum(d.amount) as found
from core.spend_day d
where not d.is_campaign_known
    and (select sum(abs(x.amount)) from core.spend_day x where not x.is_campaign_known)
        > 0.01 * (select sum(abs(x.amount)) from core.spend_day x)
group by d.campaign_id
