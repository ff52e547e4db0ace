/*
grain: an organization and a month with an invoice, a payment or a refund
key: [organization_key, month]
columns:
  organization_key: the account; where none is linked, the billing account
  account_id?: the live Salesforce account
  month: first day of the month
  billed: posted invoices of the month, in the reporting currency; no measure of recurring revenue
  paid: payments of the month that were processed
  refunded: refunds of the month that were processed
  open_balance: what is still to be paid of the invoices of the month
*/
with money as (
    select i.account_id, i.billing_account_id, i.date, i.amount as billed, 0 as paid, 0 as refunded, i.balance as open
    from core.invoice i
    where i.is_billed
    union all
    select p.account_id, p.billing_account_id, p.date, 0, p.amount, 0, 0
    from core.payment p
    where p.is_processed
    union all
    select r.account_id, r.billing_account_id, r.date, 0, 0, r.amount, 0
    from core.refund r
    where r.is_processed
)
select coalesce(m.account_id, 'billing:' || coalesce(m.billing_account_id, '(none)')) as organization_key,
    m.account_id,
    date_trunc('month', m.date::timestamp)::date as month,
    coalesce(sum(m.billed), 0)::numeric(24, 6) as billed,
    coalesce(sum(m.paid), 0)::numeric(24, 6) as paid,
    coalesce(sum(m.refunded), 0)::numeric(24, 6) as refunded,
    coalesce(sum(m.open), 0)::numeric(24, 6) as open_balance
from money m
group by 1, 2, 3
