/*
grain: a live Refund
key: [refund_id]
warn_references:
  billing_account_id: core.billing_account.billing_account_id
columns:
  refund_id: Zuora's Refund.Id
  account_id?: the live Salesforce account of the billing account
  billing_account_id?: Zuora's Account.Id
  date: RefundDate, else the local day of creation
  status?: Refund.Status
  amount_local?: in the currency of the billing account
  currency: currency of the billing account
  amount?: in the reporting currency at the rate of its date
  is_processed: whether the money went back, status Processed
*/
select r.refund_id, r.account_id, r.billing_account_id, r.date, r.status, r.amount_local, r.currency,
    round(r.amount_local * case when r.currency = s.reporting_currency then 1 else x.rate end, 6)::numeric(24, 6) as amount,
    coalesce(r.status = 'Processed', false) as is_processed
from (
    select p.refund_id, b.account_id, p.billing_account_id,
        coalesce(p.refund_date, (p.created_at at time zone t.reporting_timezone)::date) as date,
        p.status,
        p.amount::numeric(24, 6) as amount_local,
        coalesce(b.currency, t.reporting_currency) as currency
    from staging.zuora_refund p
    cross join staging.settings t
    left join core.billing_account b on b.billing_account_id = p.billing_account_id
    where not p.is_deleted and (p.refund_date is not null or p.created_at is not null)
) r
cross join staging.settings s
left join core.currency_rate x on x.currency = r.currency and r.date >= x.valid_from and r.date < x.valid_to
