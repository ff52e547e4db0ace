/*
severity: warn
model: core.opportunity
says: won with a close date after as_of
*/
select o.opportunity_id as key from core.opportunity o where o.is_won and not o.is_won_to_date
