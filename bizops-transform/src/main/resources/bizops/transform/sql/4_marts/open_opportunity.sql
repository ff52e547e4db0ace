/*
grain: a live opportunity that is open
key: [opportunity_id]
narrow:
  inputs: {core.opportunity: [opportunity_id]}
  rows: [opportunity_id]
  dirty: select distinct c.opportunity_id from core_change.opportunity c
columns:
  opportunity_id: Salesforce's Opportunity.Id
  account_id?: the live account
  name: name
  owner_id?: Opportunity.OwnerId
  stage?: stage
  close_date: expected day of closing
  created_date: local day of creation
  lead_source?: Opportunity.LeadSource
  type?: Opportunity.Type
  amount?: amount in the reporting currency
  weighted?: amount x probability
  is_past_due: whether the close date lies before as_of
*/
select o.opportunity_id, o.account_id, o.name, o.owner_id, o.stage, o.close_date, o.created_date, o.lead_source, o.type,
    o.amount,
    round(o.amount * coalesce(o.probability, t.probability), 6)::numeric(24, 6) as weighted,
    o.close_date < s.as_of as is_past_due
from core.opportunity o
cross join staging.settings s
left join core.stage t on t.stage = o.stage
where not o.is_closed
