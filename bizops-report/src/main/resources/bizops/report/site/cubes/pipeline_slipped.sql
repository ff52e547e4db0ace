/*
title: what was expected to close in a month that is over, and what of it did not
dimensions: [month]
sums: [baseline, baseline_amount, slipped, slipped_amount]
*/
select period_start as month, baseline, baseline_amount, slipped, slipped_amount
from pipeline_slipped
where period_type = 'month' and not is_partial
