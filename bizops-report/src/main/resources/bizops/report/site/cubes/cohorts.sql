/*
title: customers whose first contract began in a month, so many months later
dimensions: [cohort, age]
sums: [cohort_size, cohort_customers, cohort_mrr, cohort_start_mrr]
immature: is_partial
*/
select to_char(cohort_month, 'YYYY-MM') as cohort, k as age, cohort_size,
    customers as cohort_customers, mrr as cohort_mrr,
    first_value(mrr) over (partition by cohort_month order by k) as cohort_start_mrr, is_partial
from cohort_retention
