/*
title: what was billed, paid and refunded in a month
dimensions: [month]
sums: [billed, paid, refunded, open_balance]
*/
select month, sum(billed) as billed, sum(paid) as paid, sum(refunded) as refunded, sum(open_balance) as open_balance
from billing_month
group by month
