create or replace function pg_temp.shown(figure numeric, places int) returns text language sql immutable as $$
    select coalesce(to_char(round(figure, places),
        'FM999,999,999,999,999,990' || case places when 0 then '' when 1 then '.0' else '.00' end), '–')
$$;
create or replace function pg_temp.percent(figure numeric) returns text language sql immutable as $$
    select case when figure is null then '–' else pg_temp.shown(figure * 100, 1) || '%' end
$$;
