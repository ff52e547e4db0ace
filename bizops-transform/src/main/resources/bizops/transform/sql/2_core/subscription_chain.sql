/*
grain: a chain of subscriptions that renew each other; what counts as a customer of recurring revenue
key: [chain_id]
references:
  chain_id: core.subscription.name
columns:
  chain_id: name of the root, its first subscription
  account_id?: the live Salesforce account of the root's billing account
  organization_key: the account; where none is linked, the billing account or the chain
  cohort_date: day the root's contract holds from; the day of the exchange rate of all its MRR
  cohort_month: first day of its month
  currency: currency of the root's billing account
  rate?: reporting units for one unit of that currency on cohort_date
*/
with root as (
    select n.subscription_id, n.name, n.billing_account_id, n.contract_effective_date
    from core.subscription_version n
    left join core.subscription_link l on l.subscription_id = n.subscription_id
    where n.drop_reason is null and l.parent_subscription_id is null
)
select r.name as chain_id,
    b.account_id,
    coalesce(b.account_id, 'billing:' || r.billing_account_id, 'chain:' || r.name) as organization_key,
    r.contract_effective_date as cohort_date,
    date_trunc('month', r.contract_effective_date::timestamp)::date as cohort_month,
    coalesce(b.currency, s.reporting_currency) as currency,
    case when coalesce(b.currency, s.reporting_currency) = s.reporting_currency then 1 else x.rate end::numeric(24, 12)
        as rate
from root r
cross join staging.settings s
left join core.billing_account b on b.billing_account_id = r.billing_account_id
left join core.currency_rate x
    on x.currency = b.currency and r.contract_effective_date >= x.valid_from and r.contract_effective_date < x.valid_to
