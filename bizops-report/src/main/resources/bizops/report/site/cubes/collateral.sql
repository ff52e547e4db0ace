/*
title: uses of a piece of collateral in a month, and the opportunities it influenced
dimensions: [month, collateral]
sums: [uses, influenced, influenced_won, influenced_iacv]
*/
select period_start as month, collateral, uses, opportunities as influenced, won_opportunities as influenced_won,
    won_iacv_influenced as influenced_iacv
from collateral_usage_period
where period_type = 'month' and basis = 'calendar'
