/*
title: recurring revenue of a segment in a month, and what changed it; what takes away is negative
dimensions: [month, segment]
sums: [mrr_opening, mrr_new, mrr_expansion, mrr_reactivation, mrr_contraction, mrr_churn, mrr_closing, mrr_active]
first: [mrr_opening]
last: [mrr_closing, mrr_active]
*/
select month, segment, opening as mrr_opening, new as mrr_new, expansion as mrr_expansion, reactivation as mrr_reactivation,
    contraction as mrr_contraction, churn as mrr_churn, closing as mrr_closing, active as mrr_active
from mrr_movement_segment
