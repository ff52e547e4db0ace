/*
severity: warn
model: core.opportunity
says: won without an IACV; it counts as 0
*/
select o.opportunity_id as key from core.opportunity o where o.is_won_to_date and o.is_iacv_missing
