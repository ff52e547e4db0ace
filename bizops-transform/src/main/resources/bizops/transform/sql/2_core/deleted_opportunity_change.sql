/*
grain: a span of time in which an opportunity that is deleted now, and that a build has seen before, stayed the same
key: [opportunity_id, valid_from]
columns:
  opportunity_id: Salesforce's Opportunity.Id
  valid_from: first instant
  valid_to: first instant of the next row; the instant of the deletion for the last one
  from_day: first local day at whose end the row holds
  to_day: first local day at whose end it no longer holds
  stage?: stage of then
  amount?: amount in the reporting currency at the rate of the close date of then
  close_date?: close date of then
  is_open: whether the stage is an open one
  is_won: whether it is a won one
  is_last: whether the deletion ends it
*/
with gone as (
    select v.id, v.valid_from as deleted_at
    from staging.opportunity_version v
    where v.valid_to = 'infinity' and v.is_deleted
),
spanned as (
    select v.id,
        case when row_number() over (partition by v.id order by v.valid_from) = 1
            then least(o.created_at, v.valid_from)
            else v.valid_from
        end as valid_from,
        lead(v.valid_from) over (partition by v.id order by v.valid_from) as next_from,
        g.deleted_at, v.stage, v.amount, v.currency, v.close_date
    from staging.opportunity_version v
    join gone g on g.id = v.id
    left join staging.salesforce_opportunity o on o.opportunity_id = v.id
    where not v.is_deleted
)
select x.id as opportunity_id, x.valid_from, coalesce(x.next_from, x.deleted_at) as valid_to,
    (x.valid_from at time zone s.reporting_timezone)::date as from_day,
    (coalesce(x.next_from, x.deleted_at) at time zone s.reporting_timezone)::date as to_day,
    x.stage,
    round(x.amount
        * case when coalesce(x.currency, s.reporting_currency) = s.reporting_currency then 1 else r.rate end, 6)
        ::numeric(24, 6) as amount,
    x.close_date,
    not coalesce(t.is_closed, false) as is_open,
    coalesce(t.is_won, false) as is_won,
    x.next_from is null as is_last
from spanned x
cross join staging.settings s
left join core.stage t on t.stage = x.stage
left join core.currency_rate r on r.currency = x.currency and x.close_date >= r.valid_from and x.close_date < r.valid_to
