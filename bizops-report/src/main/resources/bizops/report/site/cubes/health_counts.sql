/*
title: how much the numbers lack, in the last published build
sums: [notes, unread]
optional: true
*/
select (select count(*) from note) as notes,
    (
        select count(*)
        from {bizops}.audit_reject r
        where r.build_id = (select max(b.build_id) from {bizops}.build b where b.status = 'published')
    ) as unread
