/*
grain: an owner of opportunities and a period
columns:
  owner_id?: Opportunity.OwnerId
  owner_name: name; the id where the user is not known, (none) where there is no owner
  period_type: day, week, month, quarter, year, fiscal_quarter, fiscal_year or all
  period_start?: first day of the period; null for all
  created: opportunities whose first row in core.opportunity_change lies in the period
  created_amount: their amount in that row
  won: opportunities won at a close date in the period
  lost: opportunities lost
  won_amount: amount won
  lost_amount: amount lost
  won_iacv: IACV won
  win_rate?: won / (won + lost)
  win_rate_amount?: won amount / (won amount + lost amount)
  average_won_amount?: won amount / opportunities won with an amount
  mean_sales_cycle_days?: mean of close date minus created date of won ones, negative ones left out
  open_opportunities: those that are open at as_of and have a close date in the period
  open_amount: their amount
  weighted: amount x probability
  past_due: those whose close date lies before as_of
*/
-- What a row does not tell is null, for a sum passes nulls by: each row stands in every type of period.
with fact as (
    select o.owner_id, e.day, 1 as created, e.amount as created_amount, null::int as won, null::int as lost,
        null::numeric as won_amount, null::numeric as lost_amount, null::numeric as won_iacv, null::int as cycle_days,
        null::int as open_opportunities, null::numeric as open_amount, null::numeric as weighted, null::int as past_due
    from marts.pipeline_event e
    join core.opportunity o on o.opportunity_id = e.opportunity_id
    where e.kind = 'created'
    union all
    select c.owner_id, c.close_date, null, null, case when c.is_won then 1 end, case when not c.is_won then 1 end,
        case when c.is_won then c.amount end, case when not c.is_won then c.amount end,
        case when c.is_won then c.iacv end, case when c.is_won and c.cycle_days >= 0 then c.cycle_days end,
        null, null, null, null
    from marts.closed_opportunity c
    union all
    select o.owner_id, o.close_date, null, null, null, null, null, null, null, null, 1, o.amount, o.weighted,
        case when o.is_past_due then 1 end
    from marts.open_opportunity o
),
placed as (
    select f.*, p.period_type, p.period_start
    from fact f
    join core.day_period p on p.date_day = f.day
),
summed as (
    select p.owner_id, p.period_type, p.period_start, coalesce(sum(p.created), 0) as created,
        coalesce(sum(p.created_amount), 0) as created_amount, coalesce(sum(p.won), 0) as won,
        count(p.won_amount) as won_with_amount, coalesce(sum(p.lost), 0) as lost,
        coalesce(sum(p.won_amount), 0) as won_amount, coalesce(sum(p.lost_amount), 0) as lost_amount,
        coalesce(sum(p.won_iacv), 0) as won_iacv, avg(p.cycle_days) as mean_days,
        coalesce(sum(p.open_opportunities), 0) as open_opportunities, coalesce(sum(p.open_amount), 0) as open_amount,
        coalesce(sum(p.weighted), 0) as weighted, coalesce(sum(p.past_due), 0) as past_due
    from placed p
    group by p.owner_id, p.period_type, p.period_start
)
select x.owner_id, coalesce(u.name, x.owner_id, '(none)') as owner_name, x.period_type, x.period_start,
    x.created, x.created_amount, x.won, x.lost, x.won_amount, x.lost_amount, x.won_iacv,
    x.won::numeric / nullif(x.won + x.lost, 0) as win_rate,
    x.won_amount / nullif(x.won_amount + x.lost_amount, 0) as win_rate_amount,
    x.won_amount / nullif(x.won_with_amount, 0) as average_won_amount,
    round(x.mean_days, 6)::numeric(24, 6) as mean_sales_cycle_days,
    x.open_opportunities, x.open_amount, x.weighted, x.past_due
from summed x
left join core.user u on u.user_id = x.owner_id
