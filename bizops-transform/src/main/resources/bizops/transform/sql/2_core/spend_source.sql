/*
grain: what one source says that a campaign cost on a day, in one currency
key: [campaign_id, spend_date, basis, currency]
accepted:
  basis: [seed, mapped_table, program_cost, actual_cost]
columns:
  campaign_id: the campaign; where no such campaign lives, what the source calls it
  spend_date: day of the spend
  basis: seed (spend.csv), mapped_table (mapping.yml), program_cost (Marketo) or actual_cost (the campaign's cost field)
  currency: ISO 4217 code; the reporting currency where the source has none
  amount: in that currency
  rank: order of the sources, from 1
  is_campaign_known: whether such a campaign lives
  is_used: whether it counts; a campaign's spend comes from its first source alone, so that nothing is paid for twice
*/
with campaign_name as (
    select c.name, min(c.campaign_id) as campaign_id
    from core.campaign c
    group by c.name
    having count(*) = 1
),
written as (
    select 'seed' as basis, 1 as rank, d.campaign_id as campaign_key, 'id' as match, d.spend_date, d.amount, d.currency
    from staging.seed_spend d
    union all
    select 'mapped_table', 2, m.campaign_key, m.match, m.spend_date, m.amount, m.currency
    from staging.mapped_spend m
    where not m.is_deleted and m.spend_date is not null and m.amount is not null
    union all
    select 'program_cost', 3, g.sfdc_id, 'id', p.start_date, p.cost, null
    from staging.marketo_program_cost p
    join staging.marketo_program g on g.program_id = p.program_id
    where not p.is_deleted and p.cost is not null and g.sfdc_id is not null
),
matched as (
    select w.basis, w.rank, coalesce(i.campaign_id, n.campaign_id) as campaign_id, w.campaign_key,
        w.spend_date, w.amount, w.currency
    from written w
    left join core.campaign i
        on left(i.campaign_id, 15) = left(w.campaign_key, 15) and length(w.campaign_key) <= 18 and w.match <> 'name'
    left join campaign_name n on n.name = w.campaign_key and w.match <> 'id' and i.campaign_id is null
),
costed as (
    select c.campaign_id, c.currency, c.actual_cost_local as total,
        coalesce(c.start_date, c.end_date, c.created_date) as first_day,
        greatest(
            coalesce(c.end_date, c.start_date, c.created_date),
            coalesce(c.start_date, c.end_date, c.created_date)) as last_day
    from core.campaign c
    where c.actual_cost_local is not null
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
summed as (
    select coalesce(m.campaign_id, m.campaign_key, '(none)') as campaign_id, m.spend_date, m.basis,
        coalesce(m.currency, s.reporting_currency) as currency, sum(m.amount) as amount, min(m.rank) as rank,
        bool_and(m.campaign_id is not null) as is_campaign_known
    from matched m
    cross join staging.settings s
    group by 1, 2, 3, 4
    union all
    select p.campaign_id, p.spend_date, 'actual_cost', p.currency, p.amount, 4, true
    from spread p
)
select u.campaign_id, u.spend_date, u.basis, u.currency, u.amount, u.rank, u.is_campaign_known,
    u.rank = min(u.rank) over (partition by u.campaign_id) as is_used
from summed u
