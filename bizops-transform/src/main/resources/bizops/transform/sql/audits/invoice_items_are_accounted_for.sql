/*
severity: error
model: core.invoice_item
says: InvoiceItem rows are neither invoice items nor dropped for a reason
*/
select 'invoice_item' as key
from staging.zuora_invoice_item v
having count(*) <> (select count(*) from core.invoice_item i)
    + (select coalesce(sum(d.rows), 0) from core.dropped d where d.entity = 'invoice_item')
