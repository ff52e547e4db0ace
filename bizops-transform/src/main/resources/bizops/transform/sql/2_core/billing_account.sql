/*
grain: a live account of the billing system
key: [billing_account_id]
columns:
  billing_account_id: Zuora's Account.Id
  account_number?: Account.AccountNumber
  crm_id?: Account.CrmId as typed there
  account_id?: the live Salesforce account whose id begins with the first 15 characters of CrmId, merges followed
  currency: ISO 4217 code; the reporting currency where the source has none
  status?: Account.Status
*/
with known as (
    select distinct on (left(a.account_id, 15)) left(a.account_id, 15) as crm_key, a.organization_id
    from core.organization_alias a
    order by left(a.account_id, 15), a.account_id
)
select b.billing_account_id, b.account_number, b.crm_id,
    k.organization_id as account_id,
    coalesce(b.currency, s.reporting_currency) as currency,
    b.status
from staging.zuora_account b
cross join staging.settings s
left join known k on k.crm_key = left(b.crm_id, 15)
where not b.is_deleted
