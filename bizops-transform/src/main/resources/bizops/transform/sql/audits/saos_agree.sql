/*
severity: error
model: marts.sao
says: sales accepted opportunities by source or campaign do not add up to all of them
*/
select x.key, x.saos as found
from (
    select 'by source, ' || s.period_type as key, sum(s.saos) as saos, sum(s.iacv) as iacv
    from marts.sao_by_source s
    group by s.period_type
    union all
    select 'by campaign, ' || c.model, sum(c.saos), sum(c.iacv)
    from marts.sao_by_campaign c
    group by c.model
    union all
    select 'blended', b.saos, (select sum(o.iacv) from core.opportunity o where o.is_sao) from marts.blended_cost b
) x
cross join (select count(*) as saos, coalesce(sum(s.iacv), 0) as iacv from marts.sao s) a
where x.saos <> a.saos or x.iacv <> a.iacv
