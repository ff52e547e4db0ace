/*
title: rows of an entity in a layer, in the last published build
dimensions: [entity, layer]
sums: [audit_rows]
optional: true
*/
select c.entity, c.layer, sum(c.rows) as audit_rows
from {bizops}.audit_count c
where c.build_id = (select max(b.build_id) from {bizops}.build b where b.status = 'published')
group by c.entity, c.layer
