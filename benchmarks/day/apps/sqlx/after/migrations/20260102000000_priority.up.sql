create type priority as enum ('routine', 'urgent', 'emergency');

alter table medical_orders
    add column ai_analysis jsonb,
    add column priority priority not null default 'routine';
