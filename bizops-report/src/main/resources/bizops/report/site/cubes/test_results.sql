/*
title: tests of the last published build by severity
dimensions: [severity]
sums: [tests, tests_with_findings, failing_rows]
optional: true
*/
select t.severity, count(*) as tests, count(*) filter (where t.failing > 0) as tests_with_findings,
    coalesce(sum(t.failing), 0) as failing_rows
from {bizops}.build_test t
where t.build_id = (select max(b.build_id) from {bizops}.build b where b.status = 'published')
group by t.severity
