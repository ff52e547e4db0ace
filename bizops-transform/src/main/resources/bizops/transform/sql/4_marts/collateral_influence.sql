/*
grain: a piece of collateral, an opportunity and a day on which a member of its buying group used it
key: [collateral, opportunity_id, use_date]
references:
  opportunity_id: core.opportunity.opportunity_id
columns:
  collateral: name in collateral.csv
  opportunity_id: an opportunity that it influenced
  use_date: a day from the lookback before the opportunity's creation to its close (as_of while it is open)
  created_date: the opportunity's created date
  close_date: the opportunity's close date
  is_won: whether the opportunity is won
  won_iacv: IACV of a won opportunity, in full for each piece, so that pieces do not add up; else 0
*/
select distinct u.collateral, o.opportunity_id, u.use_date, o.created_date, o.close_date,
    o.is_won_to_date as is_won,
    case when o.is_won_to_date then o.iacv else 0 end as won_iacv
from core.collateral_use u
join core.opportunity_person p on p.person_key = u.person_key
join core.opportunity o on o.opportunity_id = p.opportunity_id
cross join staging.settings s
where u.use_date >= o.created_date - s.lookback_days
    and u.use_date <= case when o.is_closed then o.close_date else s.as_of end
