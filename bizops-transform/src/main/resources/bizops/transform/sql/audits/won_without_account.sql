/*
severity: warn
model: core.opportunity
says: won without an account; each counts as an organization of its own
*/
select o.opportunity_id as key from core.opportunity o where o.is_won_to_date and o.account_id is null
