/*
title: rows of an entity in a layer, in the last published build, from the source to core
dimensions: [entity, layer]
labels: {layer: layer_name}
sums: [audit_rows]
optional: true
*/
with counted as (
    select c.entity, c.layer, sum(c.rows) as audit_rows
    from {bizops}.audit_count c
    where c.build_id = (select max(b.build_id) from {bizops}.build b where b.status = 'published')
    group by c.entity, c.layer
),
placed as (
    select d.layer, row_number() over (order by d.layer <> 'raw', d.layer = 'core', d.layer collate "C") as place
    from (select distinct layer from counted) d
)
select c.entity, p.place as layer, replace(c.layer, '_', ' ') as layer_name, c.audit_rows
from counted c
join placed p on p.layer = c.layer
