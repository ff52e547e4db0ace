/*
severity: error
model: core.touch
says: responses are neither touches nor dropped for a reason
*/
select 'touch' as key
from core.touch t
having count(*) <> (select count(*) from core.campaign_member_touch m where m.drop_reason is null)
    + (select count(*) from core.marketo_touch m where m.drop_reason is null)
