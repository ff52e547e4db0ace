/*
title: what was never loaded
dimensions: [month]
sums: [never]
optional: true
*/
select month, never from never_loaded
