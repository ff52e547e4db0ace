/*
grain: a User
key: [user_id]
columns:
  user_id: Salesforce's User.Id
  name: name; the id where it is blank
  is_active: User.IsActive
  manager_id?: User.ManagerId
  role_id?: User.UserRoleId
*/
select u.user_id, coalesce(u.name, u.user_id) as name, coalesce(u.is_active, false) as is_active, u.manager_id, u.role_id
from staging.salesforce_user u
where not u.is_deleted
