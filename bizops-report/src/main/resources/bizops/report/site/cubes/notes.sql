/*
title: something a reader of the metrics must know
columns:
  detail: Note
  object: About
  rows_affected: Rows
  metrics: Bears on
empty: "None."
*/
select upper(left(detail, 1)) || substr(detail, 2) as detail, object, rows_affected, array_to_string(metric_names, ', ') as metrics
from note
order by code collate "C", object collate "C"
