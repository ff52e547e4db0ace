/*
title: recurring revenue of a product in a month
dimensions: [month, product]
sums: [product_closing, product_active]
last: [product_closing, product_active]
*/
select month, product, closing as product_closing, active as product_active
from mrr_movement_product
