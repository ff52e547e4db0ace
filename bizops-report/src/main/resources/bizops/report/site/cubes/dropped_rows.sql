/*
title: rows that went no further in the last published build, by reason
columns:
  entity: Entity
  reason: Reason
  rows: Rows
optional: true
empty: "None: every row went on."
*/
select d.entity, d.reason, d.rows
from {bizops}.audit_drop d
where d.build_id = (select max(b.build_id) from {bizops}.build b where b.status = 'published') and d.rows > 0
order by d.rows desc, d.entity collate "C", d.reason collate "C"
