/*
severity: error
model: marts.campaign_performance
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
    select e.model, sum(e.leads * p.cost_per_lead) as cost
    from (
        select m.model, m.campaign_id, count(*) as leads
        from marts.markov_visit v
        cross join lateral (values
            ('first', v.campaigns[1]),
            ('last', v.campaigns[cardinality(v.campaigns)])
        ) as m (model, campaign_id)
        where v.event_type = 'lead'
        group by m.model, m.campaign_id
    ) e
    join marts.campaign_performance p on p.model = e.model and p.campaign_id = e.campaign_id
    group by e.model
) l on l.model = s.model
where abs(s.spend - coalesce(l.cost, 0)) > 0.01
