/*
grain: a live Campaign
key: [campaign_id]
columns:
  campaign_id: Salesforce's Campaign.Id
  name: name; not unique; the id where it is blank
  type?: Campaign.Type
  channel: channel of the mapping file's field, else of campaign_channel.csv by type, else Other
  status?: Campaign.Status
  start_date?: first day
  end_date?: last day
  parent_campaign_id?: Campaign.ParentId
  actual_cost_local?: cost in the campaign's own currency
  budgeted_cost_local?: budgeted cost in the campaign's own currency
  currency: ISO 4217 code
  created_date?: local day of creation
*/
select c.campaign_id,
    coalesce(c.name, c.campaign_id) as name,
    c.type,
    coalesce(c.channel, h.channel, 'Other') as channel,
    c.status,
    c.start_date,
    c.end_date,
    c.parent_campaign_id,
    c.actual_cost::numeric(24, 6) as actual_cost_local,
    c.budgeted_cost::numeric(24, 6) as budgeted_cost_local,
    coalesce(c.currency, s.reporting_currency) as currency,
    (c.created_at at time zone s.reporting_timezone)::date as created_date
from staging.salesforce_campaign c
cross join staging.settings s
left join staging.seed_campaign_channel h on h.campaign_type = c.type
where not c.is_deleted
