/*
severity: error
model: marts.lead_performance
says: the cost of leads is not the spend of the campaigns that earned them
*/
select s.model as key, s.spend as found
from (
    select p.model, sum(p.spend) as spend
    from marts.campaign_performance p
    where p.leads > 0 and p.model in ('first', 'last')
    group by p.model
) s
left join (
    select l.model, sum(l.cost) as cost from marts.lead_performance l where l.model in ('first', 'last') group by l.model
) l on l.model = s.model
where abs(s.spend - coalesce(l.cost, 0)) > 0.01
