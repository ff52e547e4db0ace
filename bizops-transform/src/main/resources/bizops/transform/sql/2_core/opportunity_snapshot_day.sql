/*
materialized: view
grain: a live opportunity at the end of a local day, from its first to as_of
columns:
  day: the day
  opportunity_id: Salesforce's Opportunity.Id
  account_id?: the live account
  stage?: stage at the end of the day
  amount?: amount in the reporting currency at the rate of the close date of then
  weighted?: amount x probability; the stage's probability where the opportunity has none
  close_date?: close date of then
  probability?: 0..1
  forecast_category?: forecast category of then
  is_open: whether the stage is an open one
  is_won: whether it is a won one
  is_past_due: open, and the close date lies before the day
  owner_id?: owner of then
  owner_is_current: whether owner and type are today's, because those of then are not known
  type?: Opportunity.Type of then
  lead_source?: Opportunity.LeadSource
  source_bucket: bucket of lead_source_bucket.csv, else Other
  valid_from: since when the row holds
  valid_to: first instant at which it no longer holds; infinity for what holds now
  is_synthetic: not a row of OpportunityHistory, but made from the record as builds have seen it
*/
select d.date_day as day, c.opportunity_id, o.account_id, c.stage, c.amount,
    round(c.amount * coalesce(c.probability, t.probability), 6)::numeric(24, 6) as weighted,
    c.close_date, coalesce(c.probability, t.probability) as probability, c.forecast_category, c.is_open, c.is_won,
    c.is_open and c.close_date < d.date_day as is_past_due,
    w.owner_id, w.owner_is_current, w.type, o.lead_source, o.source_bucket,
    c.valid_from, c.valid_to, c.is_synthetic
from core.date d
join staging.settings s on d.date_day <= s.as_of
join core.opportunity_change c on c.from_day <= d.date_day and d.date_day < c.to_day
join core.opportunity o on o.opportunity_id = c.opportunity_id
join core.opportunity_owner w
    on w.opportunity_id = c.opportunity_id and w.from_day <= d.date_day and d.date_day < w.to_day
left join core.stage t on t.stage = c.stage
