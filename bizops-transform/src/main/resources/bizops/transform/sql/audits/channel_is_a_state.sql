/*
severity: error
model: core.campaign
says: a channel has a name that stands for something else in the models; change campaign_channel.csv or the field of the mapping file
*/
select distinct c.channel as key
from core.campaign c
where c.channel in ('(start)', '(conversion)', '(null)', '(unattributed)')
