/*
severity: error
model: core.opportunity_change
says: a currency has no rate at or before a close date that an opportunity once had; add it to currency_rate.csv
*/
select c.currency || ' ' || c.opportunity_id || ' ' || coalesce(c.close_date::text, 'no close date') as key
from core.opportunity_change c
where c.is_rate_missing and c.valid_to <> 'infinity'
