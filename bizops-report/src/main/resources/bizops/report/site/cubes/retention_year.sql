/*
title: the twelve months up to a month
dimensions: [month]
sums: [opening_mrr, retained_mrr, kept_mrr, active_at_start, lost_customers, terms_ended, renewed]
last: [opening_mrr, retained_mrr, kept_mrr, active_at_start, lost_customers, terms_ended, renewed]
*/
select last_month as month, opening_mrr, retained_mrr, kept_mrr, active_at_start, lost as lost_customers, terms_ended, renewed
from retention_period
where period_type = 'trailing_12_months'
