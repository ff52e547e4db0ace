/*
severity: warn
model: core.touch
narrow:
  inputs: {core.touch: [touch_id]}
  rows: []
  dirty: select c.touch_id from core_change.touch c where c."row gone" is null
says: a touch before 1990 or after as_of
*/
select t.touch_id as key from core.touch t cross join staging.settings s where t.touch_date < date '1990-01-01' or t.touch_date > s.as_of
