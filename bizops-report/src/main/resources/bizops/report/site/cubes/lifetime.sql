/*
title: how long a customer stays, over all months
columns:
  exposure: Customer months
  events: Customers lost
  churn_percent: Monthly churn (%)
  lifetime_months: Average lifetime (months)
  is_capped: Capped
*/
select exposure, events, round(100 * monthly_churn_rate, 2) as churn_percent, round(lifetime_months, 1) as lifetime_months,
    is_capped
from retention
