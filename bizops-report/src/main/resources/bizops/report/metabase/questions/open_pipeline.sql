/*
title: Open pipeline by stage
about: At the end of every day of this year.
display: area
x: [day, stage]
y: [amount]
filters:
  owner: pipeline_day.owner_id
*/
select day, stage, sum(amount) as amount
from marts.pipeline_day
where day >= (select date_trunc('year', as_of) from marts.build_info)
[[and {{owner}}]]
group by day, stage
order by day, stage
