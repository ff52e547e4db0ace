/*
grain: conversion times of a group of won opportunities
key: [dimension, group_id]
columns:
  dimension: all, campaign (of the first eligible touch), channel (of that touch), segment or close_month
  group_id?: the group; all for all, the first day of the month for close_month; null without a touch or segment
  group_name: name to show; (none) for no touch or segment
  won: won opportunities
  won_with_touch: those with an eligible touch, which alone have a conversion time
  median_conversion_days?: median of close date minus the day of the first eligible touch
*/
select x.dimension, x.group_id,
    coalesce(min(c.name), x.group_id, '(none)') as group_name,
    count(*) as won,
    count(t.conversion_days) as won_with_touch,
    (percentile_cont(0.5) within group (order by t.conversion_days))::numeric(12, 1) as median_conversion_days
from marts.conversion_time t
cross join lateral (values
    ('all', 'all'),
    ('campaign', t.first_touch_campaign_id),
    ('channel', t.channel),
    ('segment', t.segment),
    ('close_month', to_char(t.close_date, 'YYYY-MM-"01"'))
) as x (dimension, group_id)
left join core.campaign c on x.dimension = 'campaign' and c.campaign_id = x.group_id
group by x.dimension, x.group_id
