-- The day facts by month. Spend on a campaign that is no longer there is in the company's facts only: it gets a row,
-- so that the lines add up to the total.
select model, basis, campaign_id, to_char(day, 'YYYY-MM') as month, sum(spend) as spend, sum(leads) as leads,
    sum(new_customers) as new_customers, sum(won_iacv) as won_iacv, sum(won_margin) as won_margin,
    sum(iacv_at_median) as iacv_at_median
from campaign_performance_day
group by 1, 2, 3, 4
union all
select d.model, d.basis, '(absent campaign)', to_char(d.day, 'YYYY-MM'), sum(d.spend), 0, 0, 0, null, 0
from (
    select model, basis, day, spend from total_performance_day
    union all
    select model, basis, day, -spend from campaign_performance_day
) d
group by 1, 2, 3, 4
having sum(d.spend) <> 0
order by 1, 2, 3, 4
