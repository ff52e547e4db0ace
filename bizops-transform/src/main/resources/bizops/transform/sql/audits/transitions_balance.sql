/*
severity: error
model: marts.markov_transition
says: paths enter a channel more or less often than they leave it, or more paths begin than end
*/
select x.channel as key, sum(x.n) as found
from (
    select case when t.to_channel in ('(conversion)', '(null)') then '(start)' else t.to_channel end as channel, t.n
    from marts.markov_transition t
    union all
    select t.from_channel, - t.n from marts.markov_transition t
) x
group by x.channel
having sum(x.n) <> 0
