/*
severity: error
model: staging.opportunity_version
narrow:
  inputs:
    staging.opportunity_version: [id]
    staging.account_version: [id]
    staging.user_version: [id]
    staging.lead_version: [id]
    staging.campaign_version: [id]
  rows: []
  dirty: |
    select x.id
    from (
        select v.id from staging_change.opportunity_version v
        union
        select v.id from staging_change.account_version v
        union
        select v.id from staging_change.user_version v
        union
        select v.id from staging_change.lead_version v
        union
        select v.id from staging_change.campaign_version v
    ) x
says: versions of a record overlap, leave a gap, or do not end with one that holds now
*/
select v.entity || ' ' || v.id as key
from (
    select x.entity, x.id, x.valid_from, x.valid_to,
        lead(x.valid_from) over (partition by x.entity, x.id order by x.valid_from) as next_from
    from (
        select 'opportunity' as entity, o.id, o.valid_from, o.valid_to from staging.opportunity_version o
        union all
        select 'account', a.id, a.valid_from, a.valid_to from staging.account_version a
        union all
        select 'user', u.id, u.valid_from, u.valid_to from staging.user_version u
        union all
        select 'lead', l.id, l.valid_from, l.valid_to from staging.lead_version l
        union all
        select 'campaign', c.id, c.valid_from, c.valid_to from staging.campaign_version c
    ) x
) v
where v.valid_from >= v.valid_to or v.valid_to <> coalesce(v.next_from, timestamptz 'infinity')
