/*
grain: a campaign's spend on a day
key: [campaign_id, spend_date, basis]
accepted:
  basis: [seed, actual_cost]
columns:
  campaign_id: the campaign; the id of spend.csv where no such campaign lives
  spend_date: day of the spend
  amount?: in the reporting currency
  amount_local?: in its own currency; in the reporting currency where the day has several
  currency: its own currency; the reporting currency where the day has several
  basis: seed (spend.csv) or actual_cost (the campaign's cost field, spread over its days)
  is_campaign_known: whether such a campaign lives
*/
with seed as (
    select coalesce(c.campaign_id, d.campaign_id) as campaign_id, c.campaign_id is not null as is_campaign_known,
        d.spend_date, d.amount, d.currency
    from staging.seed_spend d
    left join core.campaign c on left(c.campaign_id, 15) = left(d.campaign_id, 15)
),
costed as (
    select c.campaign_id, c.currency, c.actual_cost_local as total,
        coalesce(c.start_date, c.end_date, c.created_date) as first_day,
        greatest(
            coalesce(c.end_date, c.start_date, c.created_date),
            coalesce(c.start_date, c.end_date, c.created_date)) as last_day
    from core.campaign c
    where c.actual_cost_local is not null
        and not exists (select 1 from seed d where d.campaign_id = c.campaign_id)
),
spread as (
    select c.campaign_id, c.currency, c.first_day + n.shift as spend_date,
        case
            when n.shift < c.last_day - c.first_day then round(c.total / (c.last_day - c.first_day + 1), 6)
            else c.total - (c.last_day - c.first_day) * round(c.total / (c.last_day - c.first_day + 1), 6)
        end as amount
    from costed c
    cross join lateral generate_series(0, c.last_day - c.first_day) as n (shift)
),
local as (
    select d.campaign_id, d.is_campaign_known, d.spend_date, d.amount, d.currency, 'seed' as basis
    from seed d
    union all
    select p.campaign_id, true, p.spend_date, p.amount, p.currency, 'actual_cost'
    from spread p
),
rated as (
    select l.*,
        round(l.amount * case when l.currency = s.reporting_currency then 1 else r.rate end, 6) as converted
    from local l
    cross join staging.settings s
    left join core.currency_rate r
        on r.currency = l.currency and l.spend_date >= r.valid_from and l.spend_date < r.valid_to
)
select r.campaign_id,
    r.spend_date,
    case when count(*) = count(r.converted) then sum(r.converted) end::numeric(24, 6) as amount,
    case
        when min(r.currency) = max(r.currency) then sum(r.amount)
        when count(*) = count(r.converted) then sum(r.converted)
    end::numeric(24, 6) as amount_local,
    case when min(r.currency) = max(r.currency) then min(r.currency) else min(s.reporting_currency) end as currency,
    r.basis,
    bool_and(r.is_campaign_known) as is_campaign_known
from rated r
cross join staging.settings s
group by r.campaign_id, r.spend_date, r.basis
