/*
materialized: view
grain: a row of opportunity_change, or of deleted_opportunity_change
columns:
  opportunity_id: Salesforce's Opportunity.Id
  valid_from: first instant
  valid_to: first instant of the next row, or of the deletion; infinity for what holds now
  from_day: first local day at whose end the row holds
  to_day: first local day at whose end it no longer holds; infinity for what holds now
  stage?: stage of then
  amount?: amount in the reporting currency at the rate of the close date of then
  is_open: whether the stage is an open one
  is_won: whether it is a won one
  is_deleted_then: whether the deletion of the opportunity ends it
*/
select c.opportunity_id, c.valid_from, c.valid_to, c.from_day, c.to_day, c.stage, c.amount, c.is_open, c.is_won,
    false as is_deleted_then
from core.opportunity_change c
union all
select d.opportunity_id, d.valid_from, d.valid_to, d.from_day, d.to_day, d.stage, d.amount, d.is_open, d.is_won, d.is_last
from core.deleted_opportunity_change d
