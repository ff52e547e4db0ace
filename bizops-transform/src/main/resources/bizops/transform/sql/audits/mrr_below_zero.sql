/*
severity: warn
model: marts.mrr_month
says: the recurring revenue of a chain is below zero
*/
select m.chain_id || ' ' || m.month as key, m.mrr as found
from marts.mrr_month m
where m.mrr < 0
