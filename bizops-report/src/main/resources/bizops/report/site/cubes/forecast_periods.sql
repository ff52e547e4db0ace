/*
title: a month, quarter or year that is not over, with what is won and what is expected
columns:
  period: Period
  first_day: From
  last_day: To
  won_amount: Won so far
  open_opportunities: Open
  open_amount: Open amount
  expected_amount: Expected of it
  forecast: Forecast
  by_stage_probability: Rate by probability
money: [won_amount, open_amount, expected_amount, forecast]
*/
select initcap(replace(period_type, '_', ' ')) as period, period_start as first_day, period_end as last_day,
    round(won_amount) as won_amount, open_opportunities, round(open_amount) as open_amount,
    round(expected_amount) as expected_amount, round(forecast) as forecast, by_stage_probability
from forecast
where period_start <= (select as_of + 366 from build_info) and (won_amount <> 0 or open_opportunities > 0)
order by array_position(array['month', 'quarter', 'year', 'fiscal_quarter', 'fiscal_year'], period_type), period_start
