/*
title: inputs of a customer's health on the day of the build
dimensions: [account_id]
labels: {account_id: name}
details: true
columns:
  name: Customer
  current_mrr: MRR
  mrr_change_3_months: Change in 3 months
  months_as_customer: Months
  days_to_next_term_end: Days to term end
  renewal_stage: Renewal
  past_due_balance: Past due
  engaged_people_30_days: People in 30 days
  engaged_people_90_days: People in 90 days
  days_since_last_touch: Days since touch
  open_expansion_pipeline: Open expansion
  products: Products
money: [current_mrr, mrr_change_3_months, past_due_balance, open_expansion_pipeline]
*/
select account_id, name, round(current_mrr) as current_mrr, round(mrr_change_3_months) as mrr_change_3_months,
    months_as_customer, days_to_next_term_end, renewal_stage, round(past_due_balance) as past_due_balance,
    engaged_people_30_days, engaged_people_90_days, days_since_last_touch,
    round(open_expansion_pipeline) as open_expansion_pipeline, products
from customer_health_input
order by days_to_next_term_end nulls last, name collate "C", account_id collate "C"
