/*
severity: error
model: marts.pipeline_coverage
says: the currency of a quota has no rate at or before the month; add it to currency_rate.csv
*/
select q.currency || ' ' || q.month as key
from staging.seed_quota q
cross join staging.settings s
where q.currency <> s.reporting_currency
    and not exists (
        select 1 from core.currency_rate r
        where r.currency = q.currency and q.month >= r.valid_from and q.month < r.valid_to
    )
