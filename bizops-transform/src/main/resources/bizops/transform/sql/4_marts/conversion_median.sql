/*
grain: the company; one row
columns:
  median_conversion_days?: median of conversion_time, over all won opportunities
*/
select (percentile_cont(0.5) within group (order by t.conversion_days))::numeric(12, 1) as median_conversion_days
from marts.conversion_time t
