/*
title: an opportunity that a piece of collateral influenced, at its created date and, if it is won, at its close date
dimensions: [month, collateral]
details: true
optional: true
columns:
  day: Day
  what: What
  piece: Piece
  opportunity: Opportunity
  organization: Organization
  first_use: First use
  last_use: Last use
  iacv: Won IACV
money: [iacv]
*/
select date_trunc('month', x.day::timestamp)::date as month, i.collateral, x.day, x.what, i.collateral as piece,
    coalesce(o.name, i.opportunity_id) as opportunity, a.name as organization, i.first_use, i.last_use,
    case when x.what = 'won' then round(i.won_iacv, 2) end as iacv
from (
    select c.collateral, c.opportunity_id, c.created_date, c.close_date, c.is_won, c.won_iacv,
        min(c.use_date) as first_use, max(c.use_date) as last_use
    from collateral_influence c
    group by c.collateral, c.opportunity_id, c.created_date, c.close_date, c.is_won, c.won_iacv
) i
cross join lateral (
    select i.created_date as day, 'created' as what
    union all
    select i.close_date, 'won' where i.is_won
) x
left join {core}.opportunity o on o.opportunity_id = i.opportunity_id
left join {core}.organization a on a.account_id = o.account_id
order by x.day desc, i.collateral collate "C", i.opportunity_id collate "C", x.what
