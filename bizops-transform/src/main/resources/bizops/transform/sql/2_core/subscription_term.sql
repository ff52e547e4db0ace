/*
grain: the end of a term of a subscription, also of one that was renewed under the same name since
key: [name, term_end_date]
columns:
  chain_id: chain of subscriptions
  name: Subscription.Name
  term_end_date: first day after the term
  is_newest: whether it is the term that the newest version is in
*/
with ordered as (
    select v.name, v.term_end_date, v.drop_reason is null as is_newest,
        lead(v.term_start_date) over (partition by v.name order by v.version_order) as next_start_date
    from core.subscription_version v
    where v.drop_reason is null or v.drop_reason <> 'excluded'
)
select distinct on (v.name, v.term_end_date) s.chain_id, v.name, v.term_end_date, v.is_newest
from ordered v
join core.subscription s on s.name = v.name
where v.term_end_date is not null and (v.is_newest or v.next_start_date >= v.term_end_date)
order by v.name, v.term_end_date, v.is_newest desc
