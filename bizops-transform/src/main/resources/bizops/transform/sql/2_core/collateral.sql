/*
grain: a piece of collateral and a prefix of the pages that belong to it
key: [collateral, path_prefix]
columns:
  collateral: name in collateral.csv
  path_prefix: a visit of a page that starts so is a use
*/
select c.collateral, c.path_prefix
from staging.seed_collateral c
