/*
columns:
  name: {type: text, says: User.Name}
  role_id: {type: text, says: User.UserRoleId}
  manager_id: {type: text, says: User.ManagerId}
  is_active: {type: boolean, says: User.IsActive}
*/
select u.user_id as id, u.created_at, u.modified_at, u.deleted_at, u.is_deleted,
    u.name, u.role_id, u.manager_id, u.is_active
from staging.salesforce_user u
