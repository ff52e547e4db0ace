/*
title: What is known and what is missing
about: The notes of the build; a number without its note is read wrongly.
display: table
*/
select code, object, detail, rows_affected, metric_names
from marts.note
order by code, object
