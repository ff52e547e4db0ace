/*
title: a customer's recurring revenue of a product in a month
dimensions: [month, product]
details: true
optional: true
columns:
  in_month: Month
  organization: Organization
  customer: Chain of subscriptions
  product_name: Product
  mrr: MRR
  is_active: Customer
money: [mrr]
*/
select p.month, p.product, to_char(p.month, 'YYYY-MM') as in_month, o.name as organization, p.chain_id as customer,
    p.product as product_name, round(p.mrr, 2) as mrr, p.mrr > 0 as is_active
from mrr_product_month p
left join {core}.subscription_chain c on c.chain_id = p.chain_id
left join {core}.organization o on o.account_id = c.account_id
where p.mrr <> 0
order by p.month desc, p.product collate "C", p.mrr desc, p.chain_id collate "C"
