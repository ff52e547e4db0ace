/*
title: What each month's new customers pay later
about: As a part of their first month; net counts growth, gross does not.
display: table
*/
select cohort_month, k, customers, net, gross
from marts.cohort_retention
where not is_partial
order by cohort_month, k
