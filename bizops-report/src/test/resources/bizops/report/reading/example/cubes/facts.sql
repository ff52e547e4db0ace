/*
title: facts of a campaign in a month
dimensions: [month, model, campaign_id, channel]
labels: {campaign_id: campaign_name}
every: [month, model]
sums: [spend?, leads, opening, closing]
first: [opening]
last: [closing]
immature: young
*/
select month, model, campaign_id, campaign_name, channel, spend, leads, opening, closing, young
from campaign_performance
join {core}.campaign using (campaign_id);
