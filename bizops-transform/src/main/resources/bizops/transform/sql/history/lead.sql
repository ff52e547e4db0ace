/*
narrow:
  inputs: {staging.salesforce_lead: [lead_id]}
  rows: [id]
  dirty: select distinct c.lead_id, c.lead_id as id from staging_change.salesforce_lead c
columns:
  status: {type: text, says: Lead.Status}
  owner_id: {type: text, says: Lead.OwnerId}
  mql_date: {type: date, says: day it became marketing qualified}
  is_converted: {type: boolean, says: Lead.IsConverted}
*/
select l.lead_id as id, l.created_at, l.modified_at, l.deleted_at, l.is_deleted,
    l.status, l.owner_id, l.mql_date, l.is_converted
from staging.salesforce_lead l
