/*
title: Days from the first touch to the signature
about: Medians of won opportunities, of all and by channel of the first touch.
display: table
*/
select group_name, won, median_conversion_days
from marts.conversion_time_summary
where dimension in ('all', 'channel')
order by dimension, group_name
