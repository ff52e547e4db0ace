/*
title: how fast the pipeline turns into sales, over the last 365 days
columns:
  open_opportunities: Open
  won: Won
  lost: Lost
  win_percent: Win rate (%)
  average_won_amount: Average won amount
  mean_sales_cycle_days: Mean sales cycle (days)
  sales_velocity: Sales velocity a day
money: [average_won_amount, sales_velocity]
*/
select open_opportunities, won, lost, round(100 * win_rate, 1) as win_percent, round(average_won_amount) as average_won_amount,
    round(mean_sales_cycle_days::numeric, 1) as mean_sales_cycle_days, round(sales_velocity) as sales_velocity
from sales_velocity
