/*
narrow:
  inputs: {staging.salesforce_account: [account_id]}
  rows: [id]
  dirty: select distinct c.account_id, c.account_id as id from staging_change.salesforce_account c
columns:
  name: {type: text, says: Account.Name}
  owner_id: {type: text, says: Account.OwnerId}
  type: {type: text, says: Account.Type}
  segment: {type: text, says: the mapping file's segment}
  parent_account_id: {type: text, says: Account.ParentId}
*/
select a.account_id as id, a.created_at, a.modified_at, a.deleted_at, a.is_deleted,
    a.name, a.owner_id, a.type, a.segment, a.parent_account_id
from staging.salesforce_account a
