/*
columns:
  channel: {type: text, says: the mapping file's channel; else that of campaign_channel.csv}
  type: {type: text, says: Campaign.Type}
  cost: {type: number, says: actual cost in the campaign's own currency}
*/
select c.campaign_id as id, c.created_at, c.modified_at, c.deleted_at, c.is_deleted,
    coalesce(c.channel, h.channel, 'Other') as channel, c.type, c.actual_cost::numeric(24, 6) as cost
from staging.salesforce_campaign c
left join staging.seed_campaign_channel h on h.campaign_type = c.type
