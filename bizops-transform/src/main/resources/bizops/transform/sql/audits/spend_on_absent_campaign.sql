/*
severity: warn
model: core.spend_day
says: spend on a campaign that does not exist
*/
select distinct d.campaign_id as key from core.spend_day d where not d.is_campaign_known
