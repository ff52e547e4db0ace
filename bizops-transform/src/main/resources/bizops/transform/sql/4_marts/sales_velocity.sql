/*
grain: the company, over the 365 days up to as_of; one row
columns:
  open_opportunities: opportunities that are open
  won: opportunities won in these days
  lost: opportunities lost in these days
  win_rate?: won / (won + lost)
  average_won_amount?: mean amount of those won
  mean_sales_cycle_days?: mean of close date minus created date of those won, negative ones left out
  sales_velocity?: open opportunities x win rate x average won amount / mean sales cycle; amount a day
*/
select x.open_opportunities, x.won, x.lost, x.win_rate, x.average_won_amount, x.mean_sales_cycle_days,
    x.open_opportunities * x.win_rate * x.average_won_amount / nullif(x.mean_sales_cycle_days, 0) as sales_velocity
from (
    select (select count(*) from marts.open_opportunity o) as open_opportunities,
        count(*) filter (where c.is_won) as won,
        count(*) filter (where not c.is_won) as lost,
        count(*) filter (where c.is_won)::numeric / nullif(count(*), 0) as win_rate,
        avg(c.amount) filter (where c.is_won) as average_won_amount,
        avg(c.cycle_days) filter (where c.is_won and c.cycle_days >= 0) as mean_sales_cycle_days
    from marts.closed_opportunity c
    cross join staging.settings s
    where c.close_date > s.as_of - 365
) x
