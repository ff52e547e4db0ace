/*
severity: warn
model: core.campaign
says: a campaign type is not in campaign_channel.csv
*/
select coalesce(c.type, 'no type: ' || c.campaign_id) as key
from core.campaign c
where c.channel = 'Other'
    and not exists (select 1 from staging.seed_campaign_channel h where h.campaign_type = c.type)
