/*
grain: a live opportunity that is closed, with a close date up to as_of
key: [opportunity_id]
narrow:
  inputs: {core.opportunity: [opportunity_id]}
  rows: [opportunity_id]
  dirty: select distinct c.opportunity_id from core_change.opportunity c
columns:
  opportunity_id: Salesforce's Opportunity.Id
  close_date: day of closing
  created_date: local day of creation
  is_won: won or lost
  cycle_days: close date minus created date
  owner_id?: Opportunity.OwnerId
  lead_source?: Opportunity.LeadSource
  segment?: segment
  type?: Opportunity.Type
  booking_type: new, add_on, renewal or other, by the words in the type
  amount?: amount in the reporting currency
  iacv: IACV in the reporting currency
  acv?: ACV in the reporting currency
  renewal_acv?: renewed part of the ACV
*/
select o.opportunity_id, o.close_date, o.created_date, o.is_won, o.close_date - o.created_date as cycle_days,
    o.owner_id, o.lead_source, o.segment, o.type,
    case
        when o.type ~* 'renew' then 'renewal'
        when o.type ~* 'add.?on|existing|upsell|upgrade|expansion' then 'add_on'
        when o.type ~* 'new' then 'new'
        else 'other'
    end as booking_type,
    o.amount, o.iacv, o.acv, o.renewal_acv
from core.opportunity o
cross join staging.settings s
where o.is_closed and o.close_date <= s.as_of
