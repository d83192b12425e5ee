-- The probe can keep notes.
create table note (
    id uuid primary key,
    text text not null,
    price numeric(17, 2) not null,
    version bigint not null,
    constraint note_text_unique unique (text)
);
create table heard (
    id bigint generated always as identity primary key,
    note_id uuid not null,
    text text not null
);
