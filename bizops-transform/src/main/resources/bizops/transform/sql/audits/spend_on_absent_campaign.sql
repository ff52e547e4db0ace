/*
severity: warn
model: core.spend_day
says: spend on a campaign that does not exist, or whose name several campaigns bear
*/
select distinct d.campaign_id as key from core.spend_day d where not d.is_campaign_known
