create function to_email(value text) returns text
    language sql immutable parallel safe
    as $$ select nullif(lower(lower(btrim(value, E' \t\n\r') collate "C") collate "default"), '') $$
