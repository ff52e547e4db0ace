/*
title: won deals of a source in a month by the days they took
dimensions: [month, lead_source]
sums: [won]
values: [days]
*/
select month, lead_source, won, days from conversion_time
