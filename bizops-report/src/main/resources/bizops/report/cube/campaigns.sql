-- Every live campaign and the row for what none earned, also those without a fact.
select c.campaign_id, c.campaign_name, c.channel, c.spend is not null as is_spend_known
from campaign_performance c
join build_info b on b.default_model = c.model
order by c.campaign_name collate "C", c.campaign_id collate "C"
