/*
severity: error
model: core.opportunity_change
says: a probability is not in 0..1
*/
select c.opportunity_id as key
from core.opportunity_change c
where c.probability < 0 or c.probability > 1
