/*
title: From lead to customer by channel
about: By the channel of the first touch; each step counts on its own.
display: table
*/
select *
from marts.funnel
where dimension = 'channel'
order by group_id
