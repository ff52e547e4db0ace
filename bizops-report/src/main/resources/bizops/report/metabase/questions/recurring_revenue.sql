/*
title: Recurring revenue and what changed it
about: Each opening is the closing of the month before.
display: table
filters:
  month: mrr_movement_total.month
*/
select *
from marts.mrr_movement_total
[[where {{month}}]]
order by month
