/*
severity: warn
model: core.opportunity
says: closes before it was created
*/
select o.opportunity_id as key from core.opportunity o where o.close_date < o.created_date
