create function to_bool(value text) returns boolean
    language sql immutable parallel safe
    as $$
        select case
            when lower(btrim(value) collate "C") in ('true', 't', '1', 'yes', 'y') then true
            when lower(btrim(value) collate "C") in ('false', 'f', '0', 'no', 'n') then false
        end
    $$
