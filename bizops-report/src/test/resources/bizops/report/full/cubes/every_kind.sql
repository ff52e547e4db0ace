/*
title: invented numbers of a kind in a month, of every sort that a cube may hold
dimensions: [month, channel, kind, waited]
labels: {kind: kind_name}
every: [channel]
sums: [amount?, number, good, opening, balance]
first: [opening]
last: [balance]
values: [days]
immature: is_young
*/
select date_trunc('month', d.day)::date as month,
    (array['Search', 'Events', 'E-mail', null])[1 + d.n % 4] as channel,
    d.n % 3 as kind, 'Kind no. ' || d.n % 3 as kind_name,
    d.n % 41 as waited,
    case when d.n % 5 > 0 then d.n * 1.37 - 240 end as amount,
    d.n % 7 as number, d.n % 7 / 2 as good, d.n as opening, 400 - d.n as balance, d.n % 59 as days,
    d.day > b.as_of - 60 as is_young
from build_info b
cross join (
    select i as n, timestamp '2024-04-03' + i * interval '2 days' as day from generate_series(0, 350) i
) d
where d.day <= b.as_of
