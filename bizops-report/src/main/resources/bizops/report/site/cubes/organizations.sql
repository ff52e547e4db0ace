/*
title: organizations of a segment
dimensions: [segment]
sums: [organizations, customers, people, touches, organization_iacv, attributed_cost, current_mrr?, revenue_to_date?]
*/
select segment, count(*) as organizations, count(new_customer_date) as customers, sum(people) as people,
    sum(touches) as touches, sum(won_iacv) as organization_iacv, round(sum(attributed_cost), 6) as attributed_cost,
    sum(current_mrr) as current_mrr, sum(revenue_to_date) as revenue_to_date
from organization_performance
group by segment
