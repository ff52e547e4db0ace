/*
grain: a currency and the day from which its rate holds
key: [currency, valid_from]
columns:
  currency: ISO 4217 code
  valid_from: first day of the rate
  valid_to: first day of the next rate; infinity for the newest
  rate: reporting units for one unit of the currency
*/
with given as (
    select r.currency, r.valid_from, r.rate
    from staging.seed_currency_rate r
    union all
    select d.currency, d.start_date, 1 / d.conversion_rate
    from staging.salesforce_dated_conversion_rate d
    cross join staging.settings s
    where not d.is_deleted
        and d.start_date is not null
        and d.conversion_rate > 0
        and not exists (select 1 from staging.seed_currency_rate r)
        and exists (
            select 1
            from staging.salesforce_currency_type t
            where t.is_corporate and not t.is_deleted and t.currency = s.reporting_currency
        )
),
newest as (
    select distinct on (g.currency, g.valid_from) g.currency, g.valid_from, g.rate
    from given g
    order by g.currency, g.valid_from, g.rate
)
select n.currency, n.valid_from,
    coalesce(lead(n.valid_from) over (partition by n.currency order by n.valid_from), date 'infinity') as valid_to,
    n.rate::numeric(24, 12) as rate
from newest n
