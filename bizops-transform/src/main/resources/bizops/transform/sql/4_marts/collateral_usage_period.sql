/*
materialized: view
grain: a piece of collateral, a period and a basis; periods with neither a use nor an influenced opportunity are left out
columns:
  collateral: name in collateral.csv
  period_type: day, week, month, quarter, year, fiscal_quarter, fiscal_year or all
  period_start?: first day of the period; null for all
  basis: calendar, uses at their day, opportunities at their created date, won ones at their close date; cohort, all at the day of use
  uses: visits of its pages
  people: distinct persons who visited in the period
  opportunities: distinct opportunities that it influenced
  won_opportunities: distinct won ones
  won_iacv_influenced: their IACV, in full for each piece - influence, not attribution; it does not add up over pieces
*/
with used as (
    select u.collateral, p.period_type, p.period_start, b.basis,
        count(*) as uses, count(distinct u.person_key) as people
    from core.collateral_use u
    join core.day_period p on p.date_day = u.use_date
    cross join (values ('calendar'), ('cohort')) as b (basis)
    group by 1, 2, 3, 4
),
opportunity as (
    select distinct i.collateral, p.period_type, p.period_start, x.basis, x.measure, i.opportunity_id, i.is_won, i.won_iacv
    from marts.collateral_influence i
    cross join lateral (values
        ('cohort', 'both', i.use_date),
        ('calendar', 'created', i.created_date),
        ('calendar', 'won', i.close_date)
    ) as x (basis, measure, day)
    join core.day_period p on p.date_day = x.day
    where x.measure <> 'won' or i.is_won
),
influenced as (
    select o.collateral, o.period_type, o.period_start, o.basis,
        count(*) filter (where o.measure <> 'won') as opportunities,
        count(*) filter (where o.measure <> 'created' and o.is_won) as won_opportunities,
        coalesce(sum(o.won_iacv) filter (where o.measure <> 'created'), 0) as won_iacv
    from opportunity o
    group by 1, 2, 3, 4
)
select x.collateral, x.period_type, x.period_start, x.basis,
    sum(x.uses)::bigint as uses,
    sum(x.people)::bigint as people,
    sum(x.opportunities)::bigint as opportunities,
    sum(x.won_opportunities)::bigint as won_opportunities,
    sum(x.won_iacv)::numeric(38, 6) as won_iacv_influenced
from (
    select u.collateral, u.period_type, u.period_start, u.basis, u.uses, u.people,
        0 as opportunities, 0 as won_opportunities, 0 as won_iacv
    from used u
    union all
    select i.collateral, i.period_type, i.period_start, i.basis, 0, 0, i.opportunities, i.won_opportunities, i.won_iacv
    from influenced i
) x
group by 1, 2, 3, 4
