-- A service can commit events with its changes, handle foreign events once, answer repeats, and prove who did what.
create table outbox (
    id bigint generated always as identity primary key,
    topic text not null,
    key text not null,
    headers jsonb not null,
    payload bytea not null,
    created_at timestamptz not null
);

create table inbox (
    event_id text primary key,
    received_at timestamptz not null
);
create index inbox_received_at on inbox (received_at);

create table parked_event (
    id bigint generated always as identity primary key,
    topic text not null,
    partition integer not null,
    record_offset bigint not null,
    key text not null,
    headers jsonb not null,
    payload bytea,
    cause text not null,
    parked_at timestamptz not null,
    unique (topic, partition, record_offset)
);
create index parked_event_key on parked_event (topic, key, id);

create table idempotent_request (
    scope text not null,
    key text not null,
    fingerprint text not null,
    answer jsonb,
    created_at timestamptz not null,
    primary key (scope, key)
);
create index idempotent_request_created_at on idempotent_request (created_at);

create table audit_entry (
    id bigint generated always as identity primary key,
    at timestamptz not null,
    actor text not null,
    action text not null,
    object_type text not null,
    object_id text not null,
    reason text
);
create index audit_entry_object on audit_entry (object_type, object_id, id);

create table audit_seal (
    position bigint primary key,
    entry_id bigint not null unique,
    hash bytea not null
);
