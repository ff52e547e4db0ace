/*
grain: a live Subscription row, of which there is one a version, whether it counts or not
key: [subscription_id]
accepted:
  drop_reason: [excluded, status, undated, superseded]
indexes:
  - [name]
columns:
  subscription_id: Zuora's Subscription.Id, one a version
  name: Subscription.Name, the same for all versions; the id where it is blank
  slug: the name trimmed and in lower case, by which renewals refer to it
  version?: Subscription.Version
  status?: Subscription.Status
  billing_account_id?: Zuora's Account.Id
  contract_effective_date?: day the contract holds from, else the start, else the local day of creation
  start_date?: Subscription.SubscriptionStartDate
  end_date?: Subscription.SubscriptionEndDate, the first day that is not covered
  cancelled_date?: Subscription.CancelledDate
  term_start_date?: first day of the term
  term_end_date?: first day after the term
  is_auto_renew?: Subscription.AutoRenew
  renewal_slugs?: slugs of the subscriptions that renew it, parted by two bars
  opportunity_id?: the mapping file's opportunity
  version_order: 1 for the oldest version of the name
  drop_reason?: why it does not count; null for the newest version of a name that counts
*/
with named as (
    select v.*,
        coalesce(v.name, v.subscription_id) as known_name,
        coalesce(v.contract_effective_date, v.start_date, (v.created_at at time zone s.reporting_timezone)::date)
            as effective_date
    from staging.zuora_subscription v
    cross join staging.settings s
    where not v.is_deleted
),
judged as (
    select n.*,
        case
            when coalesce(n.is_excluded, false) then 'excluded'
            when coalesce(n.status, '') not in ('Active', 'Cancelled') then 'status'
            when n.effective_date is null then 'undated'
        end as reason
    from named n
),
ordered as (
    select j.*,
        row_number() over (
            partition by j.known_name order by j.version nulls first, j.updated_at nulls first, j.subscription_id
        ) as version_order,
        row_number() over (
            partition by j.known_name, j.reason is null
            order by j.version desc nulls last, j.updated_at desc nulls last, j.subscription_id desc
        ) as newest_first
    from judged j
)
select o.subscription_id,
    o.known_name as name,
    coalesce(o.slug, o.subscription_id) as slug,
    o.version::bigint as version,
    o.status,
    o.billing_account_id,
    o.effective_date as contract_effective_date,
    o.start_date, o.end_date, o.cancelled_date, o.term_start_date, o.term_end_date, o.is_auto_renew,
    o.renewal_slugs, o.opportunity_id, o.version_order,
    coalesce(o.reason, case when o.newest_first > 1 then 'superseded' end) as drop_reason
from ordered o
