/*
severity: error
model: core.currency_rate
says: a currency has no rate at or before the day; add it to currency_rate.csv, or set reporting_currency to it when all money is in it
*/
select o.currency || ' ' || o.opportunity_id || ' ' || o.close_date as key
from core.opportunity o
where o.is_rate_missing
union all
select d.currency || ' ' || d.campaign_id || ' ' || d.spend_date
from core.spend_day d
where d.amount is null
