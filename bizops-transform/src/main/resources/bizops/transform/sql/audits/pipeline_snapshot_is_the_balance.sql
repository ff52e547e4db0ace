/*
severity: error
model: marts.pipeline_snapshot
says: the stored open pipeline of a day is not the balance of the flow
*/
select b.day as key, k.amount as found
from marts.pipeline_balance b
join (
    select p.day, sum(p.amount) as amount, sum(p.opportunities) as opportunities
    from (
        select s.day, s.amount, s.opportunities from marts.pipeline_snapshot s
        union all
        select b.day, coalesce(d.amount, 0), 1
        from core.deleted_opportunity_change d
        join marts.pipeline_balance b on b.day >= d.from_day and b.day < d.to_day
        where d.is_open
    ) p
    group by p.day
) k on k.day = b.day
where b.day in (select s.day from marts.pipeline_snapshot s)
    and (k.amount <> b.closing or k.opportunities <> b.closing_count)
