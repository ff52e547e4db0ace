/*
materialized: view
grain: the company's spend beside its counts in a period, without attribution, each at its own date
columns:
  period_type: day, week, month, quarter, year, fiscal_quarter, fiscal_year or all
  period_start?: first day of the period; null for all
  spend?: known spend; null when none is known at all
  leads: live leads, at their created date
  opportunities: live opportunities, at their created date
  saos?: sales accepted ones, at their SAO date; null where sales acceptance is not defined
  won: won ones, at their close date
  new_customers: first won ones of their account, at their close date
  won_iacv: IACV of the won ones
  cost_per_lead?: spend / leads
  cost_per_opportunity?: spend / opportunities
  cost_per_sao?: spend / saos
  cost_per_won?: spend / won
  cac?: spend / new customers
  cost_per_iacv_dollar?: spend / won IACV
*/
with fact as (
    select d.spend_date as day, d.amount as spend, 0 as leads, 0 as opportunities, 0 as saos, 0 as won,
        0 as new_customers, 0::numeric as won_iacv
    from core.spend_day d
    union all
    select l.created_date, null, 1, 0, 0, 0, 0, 0 from core.lead l
    union all
    select o.created_date, null, 0, 1, 0, 0, 0, 0 from core.opportunity o
    union all
    select o.sao_date, null, 0, 0, 1, 0, 0, 0 from core.opportunity o where o.is_sao
    union all
    select o.close_date, null, 0, 0, 0, 1, case when o.is_new_customer then 1 else 0 end, o.iacv
    from core.opportunity o
    where o.is_won_to_date
    union all
    select b.as_of, null, 0, 0, 0, 0, 0, 0 from marts.build_info b
),
summed as (
    select p.period_type, p.period_start,
        sum(f.spend) as spend, sum(f.leads) as leads, sum(f.opportunities) as opportunities, sum(f.saos) as saos,
        sum(f.won) as won, sum(f.new_customers) as new_customers, sum(f.won_iacv) as won_iacv
    from fact f
    join core.day_period p on p.date_day = f.day
    group by 1, 2
),
known as (
    select m.*,
        case when exists (select 1 from core.spend_day d) then coalesce(m.spend, 0) end as known_spend,
        case when i.is_sao_defined then m.saos end as known_saos
    from summed m
    cross join marts.build_info i
)
select k.period_type, k.period_start,
    k.known_spend as spend,
    k.leads, k.opportunities, k.known_saos as saos, k.won, k.new_customers, k.won_iacv,
    k.known_spend / nullif(k.leads, 0) as cost_per_lead,
    k.known_spend / nullif(k.opportunities, 0) as cost_per_opportunity,
    k.known_spend / nullif(k.known_saos, 0) as cost_per_sao,
    k.known_spend / nullif(k.won, 0) as cost_per_won,
    k.known_spend / nullif(k.new_customers, 0) as cac,
    k.known_spend / nullif(k.won_iacv, 0) as cost_per_iacv_dollar
from known k
