/*
severity: warn
model: core.billing_account
says: a billing account with subscriptions whose CrmId is no Salesforce account
*/
select b.billing_account_id || ' ' || coalesce(b.crm_id, '(no CrmId)') as key
from core.billing_account b
where b.account_id is null
    and exists (select 1 from core.subscription s where s.billing_account_id = b.billing_account_id)
