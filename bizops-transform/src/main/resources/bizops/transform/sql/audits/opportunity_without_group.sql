/*
severity: warn
model: core.opportunity
says: nobody is in its buying group
*/
select o.opportunity_id as key
from core.opportunity o
where not exists (select 1 from core.opportunity_person p where p.opportunity_id = o.opportunity_id)
