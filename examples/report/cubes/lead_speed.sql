/*
title: leads of a source in the month they came in, by the days until they were converted
dimensions: [month, lead_source]
sums: [new_leads, quick_leads, converted_leads]
values: [days]
immature: young
*/
select date_trunc('month', l.created_date)::date as month,
    l.lead_source,
    l.converted_date - l.created_date as days,
    count(*) as new_leads,
    count(*) filter (where l.converted_date - l.created_date <= 30) as quick_leads,
    count(l.converted_date) as converted_leads,
    l.created_date > b.as_of - 90 as young
from {core}.lead l
cross join build_info b
where l.created_date <= b.as_of
group by 1, 2, 3, 7
