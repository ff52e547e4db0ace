/*
grain: a period and the company, or one owner of quota or of opportunities
accepted:
  scope: [company, owner]
columns:
  period_type: month, quarter, year, fiscal_quarter or fiscal_year
  period_start: first day of the period
  scope: company or owner
  owner_id?: the owner; null for the company and for opportunities without owner
  owner_name?: the owner's name
  quota?: quota of quota.csv in the reporting currency at the rate of the first day of each month
  won_amount: amount won in the period
  open_opportunities: open opportunities with a close date in it
  open_amount: their amount
  coverage?: open amount / (quota - won amount); null without quota, and when quota is met
*/
with quota as (
    select q.month, coalesce(u.user_id, q.owner_id) as owner_id,
        round(q.amount * case when q.currency = s.reporting_currency then 1 else r.rate end, 6) as amount
    from staging.seed_quota q
    cross join staging.settings s
    left join core.user u on left(u.user_id, 15) = left(q.owner_id, 15)
    left join core.currency_rate r on r.currency = q.currency and q.month >= r.valid_from and q.month < r.valid_to
),
company_quota as (
    select q.month,
        case when bool_or(q.owner_id = '') then sum(q.amount) filter (where q.owner_id = '') else sum(q.amount) end as amount
    from quota q
    group by q.month
),
fact as (
    select 'owner' as scope, q.owner_id, q.month as day, q.amount as quota, 0::numeric as won_amount,
        0 as open_opportunities, 0::numeric as open_amount
    from quota q
    where q.owner_id <> ''
    union all
    select 'company', null, q.month, q.amount, 0, 0, 0
    from company_quota q
    union all
    select g.scope, g.owner_id, c.close_date, null, coalesce(c.amount, 0), 0, 0
    from marts.closed_opportunity c
    cross join lateral (values ('owner', c.owner_id), ('company', null)) as g (scope, owner_id)
    where c.is_won
    union all
    select g.scope, g.owner_id, o.close_date, null, 0, 1, coalesce(o.amount, 0)
    from marts.open_opportunity o
    cross join lateral (values ('owner', o.owner_id), ('company', null)) as g (scope, owner_id)
),
summed as (
    select p.period_type, p.period_start, f.scope, f.owner_id, sum(f.quota) as quota, sum(f.won_amount) as won_amount,
        sum(f.open_opportunities) as open_opportunities, sum(f.open_amount) as open_amount
    from fact f
    join core.day_period p on p.date_day = f.day
    where p.period_type not in ('day', 'week', 'all')
    group by p.period_type, p.period_start, f.scope, f.owner_id
)
select x.period_type, x.period_start, x.scope, x.owner_id, u.name as owner_name, x.quota, x.won_amount,
    x.open_opportunities, x.open_amount,
    case when x.quota > x.won_amount then x.open_amount / (x.quota - x.won_amount) end as coverage
from summed x
left join core.user u on u.user_id = x.owner_id
