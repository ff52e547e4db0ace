/*
title: values of the last published build that could not be read, by column; the values stay in the warehouse
columns:
  table_name: Table
  column_name: Column
  values: Values
optional: true
empty: "None: every value of the last build could be read."
*/
select r.table_name, r.column_name, count(*) as values
from {bizops}.audit_reject r
where r.build_id = (select max(b.build_id) from {bizops}.build b where b.status = 'published')
group by r.table_name, r.column_name
order by count(*) desc, r.table_name collate "C", r.column_name collate "C"
