/*
grain: an Account row, live or merged into a live one
key: [account_id]
references:
  organization_id: staging.salesforce_account.account_id
columns:
  account_id: Salesforce's Account.Id, also of an account that was merged away
  organization_id: the live account it stands for
*/
with recursive walk (account_id, at_id, next_id, seen) as (
    select a.account_id, a.account_id, a.master_record_id, array[a.account_id]
    from staging.salesforce_account a
    where a.is_deleted and a.master_record_id is not null
    union all
    select w.account_id, a.account_id, case when a.is_deleted then a.master_record_id end, w.seen || a.account_id
    from walk w
    join staging.salesforce_account a on a.account_id = w.next_id
    where not (a.account_id = any (w.seen))
),
ended as (
    select distinct on (w.account_id) w.account_id, w.at_id
    from walk w
    order by w.account_id, cardinality(w.seen) desc
)
select a.account_id, a.account_id as organization_id
from staging.salesforce_account a
where not a.is_deleted
union all
select e.account_id, e.at_id
from ended e
join staging.salesforce_account a on a.account_id = e.at_id and not a.is_deleted
