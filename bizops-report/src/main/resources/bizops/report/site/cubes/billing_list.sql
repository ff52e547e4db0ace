/*
title: an invoice, payment or refund
dimensions: [month]
details: true
optional: true
columns:
  day: Day
  kind: Kind
  document: Number
  organization: Organization
  amount: Amount
  due_date: Due
  still_open: Still to be paid
money: [amount, still_open]
*/
select date_trunc('month', x.day::timestamp)::date as month, x.day, x.kind, x.document, o.name as organization,
    round(x.amount, 2) as amount, x.due_date, round(x.balance, 2) as still_open
from (
    select i.date as day, 'invoice' as kind, coalesce(i.invoice_number, i.invoice_id) as document, i.account_id, i.amount, i.due_date,
        i.balance
    from {core}.invoice i
    where i.is_billed
    union all
    select p.date, 'payment', p.payment_id, p.account_id, p.amount, null, null
    from {core}.payment p
    where p.is_processed
    union all
    select r.date, 'refund', r.refund_id, r.account_id, r.amount, null, null
    from {core}.refund r
    where r.is_processed
) x
left join {core}.organization o on o.account_id = x.account_id
order by x.day desc, x.kind, x.document collate "C"
