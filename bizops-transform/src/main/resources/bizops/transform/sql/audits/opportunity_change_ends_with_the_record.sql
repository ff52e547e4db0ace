/*
severity: error
model: core.opportunity_change
says: the newest span of an opportunity is not what its record says
*/
select o.opportunity_id as key
from core.opportunity o
join core.opportunity_change c on c.opportunity_id = o.opportunity_id and c.valid_to = 'infinity'
where c.stage is distinct from o.stage
    or c.amount_local is distinct from o.amount_local
    or c.close_date is distinct from o.close_date
    or c.is_open = o.is_closed
