/*
grain: a subscription, in the newest version of its name that is Active or Cancelled and not excluded from analysis
key: [subscription_id]
references:
  parent_subscription_id: core.subscription.subscription_id
  chain_id: core.subscription_chain.chain_id
warn_references:
  billing_account_id: core.billing_account.billing_account_id
  opportunity_id: core.opportunity.opportunity_id
indexes:
  - [chain_id]
columns:
  subscription_id: Zuora's Subscription.Id of that version
  name: Subscription.Name
  slug: the name trimmed and in lower case
  version?: Subscription.Version
  status: Active or Cancelled
  billing_account_id?: Zuora's Account.Id
  account_id?: the live Salesforce account of the billing account
  contract_effective_date: day the contract holds from
  start_date: first day
  end_date?: first day that is not covered
  cancelled_date?: day of the cancellation
  parent_subscription_id?: the subscription it renews
  chain_id: name of the first subscription of its chain of renewals
  opportunity_id?: Salesforce's Opportunity.Id, where the billing system holds it
  is_auto_renew?: renews itself at the term's end
  term_end_date?: first day after the term
  currency: currency of the billing account
*/
select v.subscription_id, v.name, v.slug, v.version, v.status, v.billing_account_id,
    b.account_id,
    v.contract_effective_date,
    coalesce(v.start_date, v.contract_effective_date) as start_date,
    v.end_date, v.cancelled_date,
    l.parent_subscription_id,
    coalesce(r.name, v.name) as chain_id,
    coalesce(o.opportunity_id, v.opportunity_id) as opportunity_id,
    v.is_auto_renew, v.term_end_date,
    coalesce(b.currency, s.reporting_currency) as currency
from core.subscription_version v
cross join staging.settings s
left join core.billing_account b on b.billing_account_id = v.billing_account_id
left join core.subscription_link l on l.subscription_id = v.subscription_id
left join core.subscription_version r on r.subscription_id = l.root_subscription_id
left join core.opportunity o on left(o.opportunity_id, 15) = left(v.opportunity_id, 15)
where v.drop_reason is null
