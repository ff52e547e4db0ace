/*
grain: a live Account
key: [account_id]
columns:
  account_id: Salesforce's Account.Id
  name: name; the id where it is blank
  type?: Account.Type
  segment?: the mapping file's segment
  parent_account_id?: Account.ParentId
  ultimate_parent_id: the end of the chain of parents, the least id of a circle; the account itself where it has none
  owner_id?: Account.OwnerId
  created_date?: local day of creation
  is_customer: has a won opportunity
  first_won_date?: close date of its first won opportunity
  customer_since?: day it became a customer, by the mapping file's field
*/
with recursive walk (account_id, at_id, next_id, seen) as (
    select a.account_id, a.account_id, a.parent_account_id, array[a.account_id]
    from staging.salesforce_account a
    where not a.is_deleted and a.parent_account_id is not null
    union all
    select w.account_id, a.account_id, a.parent_account_id, w.seen || a.account_id
    from walk w
    join staging.salesforce_account a on a.account_id = w.next_id and not a.is_deleted
    where not (a.account_id = any (w.seen))
),
ultimate as (
    select distinct on (w.account_id) w.account_id,
        case
            when w.next_id = any (w.seen)
            then (select min(c.id) from unnest(w.seen[array_position(w.seen, w.next_id):cardinality(w.seen)]) as c (id))
            else w.at_id
        end as end_id
    from walk w
    order by w.account_id, cardinality(w.seen) desc
),
won as (
    select o.account_id, min(o.close_date) as first_won_date
    from core.opportunity o
    where o.is_won_to_date and o.account_id is not null
    group by o.account_id
)
select a.account_id,
    coalesce(a.name, a.account_id) as name,
    a.type,
    a.segment,
    a.parent_account_id,
    coalesce(u.end_id, a.account_id) as ultimate_parent_id,
    a.owner_id,
    (a.created_at at time zone s.reporting_timezone)::date as created_date,
    w.first_won_date is not null as is_customer,
    w.first_won_date,
    a.customer_since
from staging.salesforce_account a
cross join staging.settings s
left join ultimate u on u.account_id = a.account_id
left join won w on w.account_id = a.account_id
where not a.is_deleted
