create or replace function log() returns trigger language plpgsql as $$
begin
    insert into logged (note) values (new.id);
    return new;
end
$$;
