/*
grain: a span of time in which a live opportunity's stage, amount, close date, probability and forecast category stay the same
key: [opportunity_id, valid_from]
distribution: opportunity_id
narrow:
  inputs:
    staging.salesforce_opportunity_history: [opportunity_id]
    staging.salesforce_opportunity: [opportunity_id]
    staging.opportunity_version: [id]
    core.opportunity: [opportunity_id]
  rows: [opportunity_id]
  dirty: |
    select x.opportunity_id, x.opportunity_id as id
    from (
        select c.opportunity_id from core_change.opportunity c
        union
        select o.opportunity_id from staging_change.salesforce_opportunity o
        union
        select h.opportunity_id from staging_change.salesforce_opportunity_history h
        union
        select v.id from staging_change.opportunity_version v
    ) x
references:
  opportunity_id: core.opportunity.opportunity_id
indexes:
  - [from_day]
columns:
  opportunity_id: Salesforce's Opportunity.Id
  valid_from: first instant
  valid_to: first instant of the next row; infinity for what holds now
  from_day: first local day at whose end the row holds
  to_day: first local day at whose end it no longer holds; infinity for what holds now
  stage?: OpportunityHistory.StageName
  amount?: amount in the reporting currency at the rate of the close date of then
  amount_local?: amount in its own currency
  currency: ISO 4217 code
  close_date?: close date of then
  probability?: 0..1
  forecast_category?: OpportunityHistory.ForecastCategory
  changed_by?: who made the change
  is_open: whether the stage is an open one
  is_won: whether it is a won one
  is_synthetic: not a row of OpportunityHistory, but made from the record as builds have seen it
  is_rate_missing: whether its currency has no rate at the close date of then
*/
with entry as (
    select distinct on (h.opportunity_id, h.created_at)
        h.opportunity_id, h.created_at as valid_from, h.stage, h.amount, h.close_date, h.probability,
        h.forecast_category, h.changed_by
    from staging.salesforce_opportunity_history h
    where not h.is_deleted and h.created_at is not null
    order by h.opportunity_id, h.created_at, h.opportunity_history_id desc
),
kept as (
    select v.id as opportunity_id,
        case when row_number() over (partition by v.id order by v.valid_from) = 1
            then least(o.created_at, v.valid_from)
            else v.valid_from
        end as valid_from,
        v.stage, v.amount, v.close_date, v.probability * 100 as probability, v.forecast_category
    from staging.opportunity_version v
    join core.opportunity o on o.opportunity_id = v.id
    where not v.is_deleted and not exists (select 1 from entry e where e.opportunity_id = v.id)
),
recorded as (
    select e.*, false as is_synthetic from entry e
    union all
    select k.opportunity_id, k.valid_from, k.stage, k.amount, k.close_date, k.probability, k.forecast_category, null, true
    from kept k
),
newest as (
    select distinct on (r.opportunity_id) r.opportunity_id, r.valid_from, r.stage, r.amount, r.close_date
    from recorded r
    order by r.opportunity_id, r.valid_from desc
),
as_it_is as (
    select o.opportunity_id,
        case when n.opportunity_id is null then o.created_at
            else greatest(o.modified_at, n.valid_from + interval '1 microsecond')
        end as valid_from,
        o.stage, o.amount, o.close_date, o.probability, o.forecast_category
    from staging.salesforce_opportunity o
    left join newest n on n.opportunity_id = o.opportunity_id
    where n.opportunity_id is null
        or o.stage is distinct from n.stage
        or o.amount is distinct from n.amount
        or o.close_date is distinct from n.close_date
),
stated as (
    select r.opportunity_id, r.valid_from, r.stage, r.amount, r.close_date, r.probability, r.forecast_category,
        r.changed_by, r.is_synthetic
    from recorded r
    union all
    select i.opportunity_id, i.valid_from, i.stage, i.amount, i.close_date, i.probability, i.forecast_category,
        null, true
    from as_it_is i
),
marked as (
    select s.*,
        row_number() over own = 1
            or s.stage is distinct from lag(s.stage) over own
            or s.amount is distinct from lag(s.amount) over own
            or s.close_date is distinct from lag(s.close_date) over own
            or s.probability is distinct from lag(s.probability) over own
            or s.forecast_category is distinct from lag(s.forecast_category) over own as is_change
    from stated s
    window own as (partition by s.opportunity_id order by s.valid_from)
),
spanned as (
    select m.*,
        coalesce(lead(m.valid_from) over (partition by m.opportunity_id order by m.valid_from), timestamptz 'infinity')
            as valid_to
    from marked m
    where m.is_change
)
select c.opportunity_id, c.valid_from, c.valid_to,
    (c.valid_from at time zone s.reporting_timezone)::date as from_day,
    (c.valid_to at time zone s.reporting_timezone)::date as to_day,
    c.stage,
    round(c.amount * case when o.currency = s.reporting_currency then 1 else r.rate end, 6)::numeric(24, 6) as amount,
    c.amount::numeric(24, 6) as amount_local,
    o.currency,
    c.close_date,
    case when abs(c.probability) < 1000 then (c.probability / 100)::numeric(5, 4) end as probability,
    c.forecast_category,
    c.changed_by,
    not case when c.valid_to = 'infinity' then o.is_closed else coalesce(t.is_closed, false) end as is_open,
    case when c.valid_to = 'infinity' then o.is_won else coalesce(t.is_won, false) end as is_won,
    c.is_synthetic,
    o.currency <> s.reporting_currency and r.rate is null and c.amount is not null as is_rate_missing
from spanned c
join core.opportunity o on o.opportunity_id = c.opportunity_id
cross join staging.settings s
left join core.stage t on t.stage = c.stage
left join core.currency_rate r
    on r.currency = o.currency
    and coalesce(c.close_date, o.close_date) >= r.valid_from
    and coalesce(c.close_date, o.close_date) < r.valid_to
