/*
title: what changed the open pipeline in a month; what takes away is negative
dimensions: [month]
sums: [opening, created, increase, reopened, decrease, won, lost, deleted, closing]
first: [opening]
last: [closing]
*/
select period_start as month, opening, created, increase, reopened, -decrease as decrease, -won as won, -lost as lost,
    -deleted as deleted, closing
from pipeline_flow
where period_type = 'month'
    and period_start <= (select as_of from build_info)
