/*
title: the last runs of each pipeline
columns:
  pipeline: Pipeline
  started: Started
  seconds: Seconds
  rows_loaded: Rows
  exit_code: Exit code
  error: Error
optional: true
empty: No run is on record. bizops run notes each of its runs.
*/
select r.state_id as pipeline, r.started_at as started,
    round(r.seconds) as seconds, s.rows_loaded, r.exit_code, r.error
from (
    select x.*, row_number() over (partition by x.state_id order by x.started_at desc) as place
    from {loads}.run x
) r
left join (select run_id, sum(rows_read) as rows_loaded from {loads}.run_stream group by run_id) s on s.run_id = r.run_id
where r.place <= 5
order by r.state_id collate "C", r.started_at desc
