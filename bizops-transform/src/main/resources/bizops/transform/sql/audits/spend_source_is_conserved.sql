/*
severity: error
model: core.spend_source
says: what a source says was spent is not all in spend_source
*/
select x.basis || ' ' || x.currency as key, sum(x.amount) as found
from (
    select 'seed' as basis, p.currency, p.amount from staging.seed_spend p
    union all
    select 'mapped_table', coalesce(m.currency, s.reporting_currency), m.amount
    from staging.mapped_spend m
    cross join staging.settings s
    where not m.is_deleted and m.spend_date is not null
    union all
    select 'program_cost', s.reporting_currency, p.cost
    from staging.marketo_program_cost p
    cross join staging.settings s
    where not p.is_deleted
        and p.program_id in (select g.program_id from staging.marketo_program g where g.sfdc_id is not null)
    union all
    select 'actual_cost', c.currency, c.actual_cost_local from core.campaign c
    union all
    select d.basis, d.currency, - d.amount from core.spend_source d
) x
group by x.basis, x.currency
having sum(x.amount) <> 0
