-- 10,000 items of 1,000 owners, and 10,000 documents of 100 agents.

insert into owners (name, email)
    select 'Owner ' || i, 'owner' || i || '@example.org' from generate_series(1, 1000) as i;

insert into items (owner_id, quantity, active, name, description, created_at, price)
    select i % 1000 + 1, i % 1000, i % 2 = 0, 'Item number ' || i,
        'The description of item number ' || i || ', which is a bit longer',
        '2024-01-01T00:00:00.000001Z'::timestamptz + i * interval '1 hour 1 minute 1.00001 seconds', i * 1.25
    from generate_series(1, 10000) as i;

insert into documents (title, analysis)
    select 'Document ' || i,
        jsonb_build_object(
            'agent', case when i % 100 = 0 then 'triage' else 'agent ' || i % 100 end,
            'score', i % 1000 / 1000.0,
            'tags', jsonb_build_array('tag ' || i % 7, 'tag ' || i % 11)
        )
    from generate_series(1, 10000) as i;
