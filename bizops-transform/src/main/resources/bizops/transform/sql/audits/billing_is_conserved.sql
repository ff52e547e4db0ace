/*
severity: error
model: marts.billing_month
says: what was billed, paid or refunded is not in billing_month
*/
select 'billing' as key, sum(b.billed) as found
from marts.billing_month b
having coalesce(sum(b.billed), 0) <> (select coalesce(sum(i.amount), 0) from core.invoice i where i.is_billed)
    or coalesce(sum(b.paid), 0) <> (select coalesce(sum(p.amount), 0) from core.payment p where p.is_processed)
    or coalesce(sum(b.refunded), 0) <> (select coalesce(sum(r.amount), 0) from core.refund r where r.is_processed)
