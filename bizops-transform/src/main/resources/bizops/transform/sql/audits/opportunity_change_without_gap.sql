/*
severity: error
model: core.opportunity_change
narrow:
  inputs: {core.opportunity: [opportunity_id], core.opportunity_change: [opportunity_id]}
  rows: []
  dirty: |
    select o.opportunity_id
    from core_change.opportunity o
    union
    select c.opportunity_id
    from core_change.opportunity_change c
says: spans of an opportunity overlap, leave a gap, or do not end with what holds now
*/
select c.opportunity_id as key
from (
    select d.opportunity_id, d.valid_from, d.valid_to,
        lead(d.valid_from) over (partition by d.opportunity_id order by d.valid_from) as next_from
    from core.opportunity_change d
) c
where c.valid_from >= c.valid_to or c.valid_to <> coalesce(c.next_from, timestamptz 'infinity')
union all
select o.opportunity_id
from core.opportunity o
left join core.opportunity_change c on c.opportunity_id = o.opportunity_id and c.valid_to = 'infinity'
where c.opportunity_id is null
