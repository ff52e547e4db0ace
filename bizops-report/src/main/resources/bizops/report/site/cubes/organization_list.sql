/*
title: an organization
dimensions: [segment, account_id]
labels: {account_id: name}
details: true
columns:
  name: Organization
  segment_name: Segment
  people: People
  touches: Touches
  leads: Leads
  saos: SAOs
  won: Won
  won_iacv: Won IACV
  is_customer: Customer
  customer_since: Customer since
  current_mrr: MRR
  revenue_to_date: Revenue to date
  attributed_cost: Attributed cost
money: [won_iacv, current_mrr, revenue_to_date, attributed_cost]
*/
select account_id, name, segment, segment as segment_name, people, touches, leads, saos, won,
    round(won_iacv, 2) as won_iacv, new_customer_date is not null as is_customer, new_customer_date as customer_since, round(current_mrr, 2) as current_mrr,
    round(revenue_to_date, 2) as revenue_to_date, round(attributed_cost, 2) as attributed_cost
from organization_performance
order by won_iacv desc nulls last, name collate "C", account_id collate "C"
