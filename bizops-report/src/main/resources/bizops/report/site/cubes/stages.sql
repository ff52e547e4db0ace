/*
title: an open stage, over all opportunities with a stage history
columns:
  stage: Stage
  reached: Reached
  reached_next: Went on
  conversion_percent: Went on (%)
  won_percent: Won (%)
  median_days: Median days
  mean_days: Mean days
  open_now: Open in it
*/
select stage, reached, reached_next, round(100 * conversion_rate, 1) as conversion_percent,
    round(100 * won_rate, 1) as won_percent, round(median_days::numeric, 1) as median_days,
    round(mean_days::numeric, 1) as mean_days, open_now
from stage_conversion
order by sort, stage collate "C"
