/*
severity: error
model: marts.mrr_month
says: the recurring revenue of a month is not that of the charges in force on its last day
*/
with month as (
    select m.month, (m.month + interval '1 month' - interval '1 day')::date as last_day, sum(m.mrr) as mrr
    from marts.mrr_month m
    group by m.month
),
span as (
    select c.from_date, coalesce(c.to_date, date 'infinity') as to_date, sum(c.mrr) as mrr
    from core.charge c
    where c.type = 'Recurring' and c.mrr is not null
    group by 1, 2
),
charged as (
    select m.month, sum(p.mrr) as mrr
    from span p
    join month m on p.from_date <= m.last_day and m.last_day < p.to_date
    group by m.month
)
select m.month as key, m.mrr as found
from month m
left join charged c on c.month = m.month
where m.mrr <> coalesce(c.mrr, 0)
