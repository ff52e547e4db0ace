/*
grain: a live InvoiceItem whose invoice is not deleted
key: [invoice_item_id]
warn_references:
  invoice_id: core.invoice.invoice_id
columns:
  invoice_item_id: Zuora's InvoiceItem.Id
  invoice_id?: the invoice
  charge_id?: Zuora's RatePlanCharge.Id, of whatever version was billed
  account_id?: the live Salesforce account of the billing account
  billing_account_id?: Zuora's Account.Id
  date?: date of the invoice, else the local day of the charge, else the first day of service
  status?: status of the invoice
  service_from?: first day of service
  service_to?: last day of service
  amount_local?: ChargeAmount in the currency of the billing account; negative for a credit
  currency: currency of the billing account
  amount?: in the reporting currency at the rate of its date
*/
select r.invoice_item_id, r.invoice_id, r.charge_id, r.account_id, r.billing_account_id, r.date, r.status,
    r.service_from, r.service_to, r.amount_local, r.currency,
    round(r.amount_local * case when r.currency = s.reporting_currency then 1 else x.rate end, 6)::numeric(24, 6) as amount
from (
    select i.invoice_item_id, i.invoice_id, i.charge_id, b.account_id,
        coalesce(v.billing_account_id, i.billing_account_id) as billing_account_id,
        coalesce(v.date, (i.charged_at at time zone t.reporting_timezone)::date, i.service_from) as date,
        v.status, i.service_from, i.service_to,
        i.amount::numeric(24, 6) as amount_local,
        coalesce(b.currency, t.reporting_currency) as currency
    from staging.zuora_invoice_item i
    cross join staging.settings t
    left join core.invoice v on v.invoice_id = i.invoice_id
    left join staging.zuora_invoice d on d.invoice_id = i.invoice_id and d.is_deleted
    left join core.billing_account b on b.billing_account_id = coalesce(v.billing_account_id, i.billing_account_id)
    where not i.is_deleted and d.invoice_id is null
) r
cross join staging.settings s
left join core.currency_rate x on x.currency = r.currency and r.date >= x.valid_from and r.date < x.valid_to
