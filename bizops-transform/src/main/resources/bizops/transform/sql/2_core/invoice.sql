/*
grain: a live Invoice
key: [invoice_id]
warn_references:
  billing_account_id: core.billing_account.billing_account_id
columns:
  invoice_id: Zuora's Invoice.Id
  invoice_number?: Invoice.InvoiceNumber
  account_id?: the live Salesforce account of the billing account
  billing_account_id?: Zuora's Account.Id
  date: InvoiceDate, else the local day of creation
  due_date?: Invoice.DueDate
  status?: Draft, Posted, Canceled or Error
  amount_local?: in the currency of the billing account
  currency: currency of the billing account
  amount?: in the reporting currency at the rate of its date
  balance?: what is still to be paid, in the reporting currency at the same rate
  is_billed: whether it is posted, or its status is not known
*/
select r.invoice_id, r.invoice_number, r.account_id, r.billing_account_id, r.date, r.due_date, r.status,
    r.amount_local, r.currency,
    round(r.amount_local * case when r.currency = s.reporting_currency then 1 else x.rate end, 6)::numeric(24, 6) as amount,
    round(r.balance_local * case when r.currency = s.reporting_currency then 1 else x.rate end, 6)::numeric(24, 6) as balance,
    coalesce(r.status, 'Posted') = 'Posted' as is_billed
from (
    select i.invoice_id, i.invoice_number, b.account_id, i.billing_account_id,
        coalesce(i.invoice_date, (i.created_at at time zone t.reporting_timezone)::date) as date,
        i.due_date, i.status,
        i.amount::numeric(24, 6) as amount_local,
        i.balance::numeric(24, 6) as balance_local,
        coalesce(b.currency, t.reporting_currency) as currency
    from staging.zuora_invoice i
    cross join staging.settings t
    left join core.billing_account b on b.billing_account_id = i.billing_account_id
    where not i.is_deleted and (i.invoice_date is not null or i.created_at is not null)
) r
cross join staging.settings s
left join core.currency_rate x on x.currency = r.currency and r.date >= x.valid_from and r.date < x.valid_to
