/*
title: a test of the last published build that found a row
dimensions: [severity]
columns:
  test: Test
  model: Table
  severity: Severity
  failing: Rows
optional: true
empty: "None: no test found a row."
*/
select t.test, t.model, t.severity, t.failing
from {bizops}.build_test t
where t.build_id = (select max(b.build_id) from {bizops}.build b where b.status = 'published') and t.failing > 0
order by t.severity collate "C", t.failing desc, t.test collate "C"
