/*
grain: a record of a vendor that stands for a person
key: [source, source_id]
distribution: person_key
accepted:
  source: [sfdc_lead, sfdc_contact, marketo_lead]
  via: [self, merge, conversion, sfdc_sync]
indexes:
  - [person_key]
columns:
  source: sfdc_lead, sfdc_contact or marketo_lead
  source_id: id of the record, also of one that was merged away
  person_key: the trimmed, lower-cased e-mail; without one, lead, contact or marketo, a colon and the id
  via: self, merge (the record was merged into another), conversion (lead to contact) or sfdc_sync
*/
with recursive contact_walk (contact_id, at_id, next_id, seen) as (
    select c.contact_id, c.contact_id, c.master_record_id, array[c.contact_id]
    from staging.salesforce_contact c
    where c.is_deleted and c.master_record_id is not null
    union all
    select w.contact_id, c.contact_id, case when c.is_deleted then c.master_record_id end, w.seen || c.contact_id
    from contact_walk w
    join staging.salesforce_contact c on c.contact_id = w.next_id
    where not (c.contact_id = any (w.seen))
),
contact_end as (
    select c.contact_id, c.contact_id as end_id
    from staging.salesforce_contact c
    where not c.is_deleted
    union all
    select e.contact_id, e.at_id
    from (
        select distinct on (w.contact_id) w.contact_id, w.at_id
        from contact_walk w
        order by w.contact_id, cardinality(w.seen) desc
    ) e
    join staging.salesforce_contact c on c.contact_id = e.at_id and not c.is_deleted
),
contact_person as (
    select e.contact_id,
        coalesce(c.email_key, 'contact:' || left(c.contact_id, 15)) as person_key,
        case when e.contact_id = e.end_id then 'self' else 'merge' end as via
    from contact_end e
    join staging.salesforce_contact c on c.contact_id = e.end_id
),
lead_walk (lead_id, at_id, next_id, seen) as (
    select l.lead_id, l.lead_id, l.master_record_id, array[l.lead_id]
    from staging.salesforce_lead l
    where l.is_deleted and l.master_record_id is not null
    union all
    select w.lead_id, l.lead_id, case when l.is_deleted then l.master_record_id end, w.seen || l.lead_id
    from lead_walk w
    join staging.salesforce_lead l on l.lead_id = w.next_id
    where not (l.lead_id = any (w.seen))
),
lead_end as (
    select l.lead_id, l.lead_id as end_id
    from staging.salesforce_lead l
    where not l.is_deleted
    union all
    select e.lead_id, e.at_id
    from (
        select distinct on (w.lead_id) w.lead_id, w.at_id
        from lead_walk w
        order by w.lead_id, cardinality(w.seen) desc
    ) e
    join staging.salesforce_lead l on l.lead_id = e.at_id and not l.is_deleted
),
lead_person as (
    select e.lead_id,
        coalesce(p.person_key, l.email_key, 'lead:' || left(l.lead_id, 15)) as person_key,
        case
            when e.lead_id <> e.end_id then 'merge'
            when p.person_key is not null then 'conversion'
            else 'self'
        end as via
    from lead_end e
    join staging.salesforce_lead l on l.lead_id = e.end_id
    left join contact_person p on p.contact_id = l.converted_contact_id
),
marketo_walk (loser_id, at_id, seen) as (
    select m.loser_id, m.winner_id, array[m.loser_id, m.winner_id]
    from staging.marketo_lead_merge m
    union all
    select w.loser_id, m.winner_id, w.seen || m.winner_id
    from marketo_walk w
    join staging.marketo_lead_merge m on m.loser_id = w.at_id
    where not (m.winner_id = any (w.seen))
),
marketo_person as (
    select m.marketo_lead_id,
        coalesce(c.person_key, l.person_key, m.email_key, 'marketo:' || m.marketo_lead_id) as person_key,
        coalesce(c.person_key, l.person_key) is not null as is_synced
    from staging.marketo_lead m
    left join contact_person c on left(c.contact_id, 15) = left(m.sfdc_contact_id, 15)
    left join lead_person l on left(l.lead_id, 15) = left(m.sfdc_lead_id, 15)
),
marketo_end as (
    select distinct on (w.loser_id) w.loser_id, p.person_key
    from marketo_walk w
    join marketo_person p on p.marketo_lead_id = w.at_id
    order by w.loser_id, cardinality(w.seen) desc, w.at_id
)
select 'sfdc_contact' as source, p.contact_id as source_id, p.person_key, p.via
from contact_person p
union all
select 'sfdc_lead', p.lead_id, p.person_key, p.via
from lead_person p
union all
select 'marketo_lead', p.marketo_lead_id, p.person_key, case when p.is_synced then 'sfdc_sync' else 'self' end
from marketo_person p
where not exists (select 1 from marketo_end e where e.loser_id = p.marketo_lead_id)
union all
select 'marketo_lead', e.loser_id, e.person_key, 'merge'
from marketo_end e
