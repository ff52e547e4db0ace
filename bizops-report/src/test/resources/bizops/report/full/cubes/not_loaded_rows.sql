/*
title: rows of what was never loaded
columns: {name: Name}
optional: true
*/
select name from never_loaded
