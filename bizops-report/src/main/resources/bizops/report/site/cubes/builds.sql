/*
title: the last builds
columns:
  started: Started
  mode: Mode
  as_of: As of
  status: Ended
  seconds: Seconds
  error: Error
optional: true
*/
select b.started_at as started, b.mode, b.as_of, b.status,
    round(extract(epoch from b.finished_at - b.started_at)) as seconds, b.error
from {bizops}.build b
order by b.build_id desc
limit 20
