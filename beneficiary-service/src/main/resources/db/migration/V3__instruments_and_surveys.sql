-- Questionnaires can be written, published and retired, and their answers about households, people and cases recorded.
create table survey_instrument (
    id uuid primary key,
    version bigint not null,
    code text not null,
    number integer not null,
    status text not null,
    definition jsonb not null,
    drafters jsonb not null,
    published_by text,
    published_on date,
    retired_on date,
    constraint survey_instrument_number_once unique (code, number),
    constraint survey_instrument_status_known check (status in ('DRAFT', 'PUBLISHED', 'RETIRED')),
    constraint survey_instrument_published_by_somebody check (
        num_nulls(published_by, published_on) = case when status = 'DRAFT' then 2 else 0 end),
    constraint survey_instrument_retired_on_a_day check ((status = 'RETIRED') = (retired_on is not null))
);
create unique index survey_instrument_one_draft on survey_instrument (code) where status = 'DRAFT';
create index survey_instrument_status on survey_instrument (status, id);

create table survey_submission (
    id uuid primary key,
    version bigint not null,
    instrument_id uuid not null references survey_instrument,
    subject_type text not null,
    subject_id uuid not null,
    area_code text not null,
    surveyed_on date not null,
    surveyor text not null,
    source text not null,
    source_key text,
    source_instance text,
    source_edits integer,
    source_updated_at timestamptz,
    answers jsonb not null,
    texts bytea,
    scores jsonb not null,
    recorded_by text not null,
    recorded_at timestamptz not null,
    constraint survey_submission_subject_known check (subject_type in ('HOUSEHOLD', 'PERSON', 'NOMINATION')),
    constraint survey_submission_source_known check (source in ('API', 'KOBO', 'ODK')),
    constraint survey_submission_key_once unique (source_key)
);
comment on column survey_submission.source_key is 'the first id that the device or KoBo or ODK gave it; finds it again';
comment on column survey_submission.source_instance is 'the id of its last edit there';
comment on column survey_submission.answers is 'numbers, dates and choices by question';
comment on column survey_submission.texts is 'sealed: free text by question';
create index survey_submission_of_subject on survey_submission (subject_id, id);
create index survey_submission_of_instrument on survey_submission (instrument_id, id);
create index survey_submission_area on survey_submission (area_code text_pattern_ops, id);
create index survey_submission_instance on survey_submission (source_instance) where source_instance is not null;

create table survey_revision (
    id uuid primary key,
    submission_id uuid not null references survey_submission,
    instrument_id uuid not null references survey_instrument,
    surveyed_on date not null,
    source_instance text,
    answers jsonb not null,
    texts bytea,
    scores jsonb not null,
    recorded_by text not null,
    recorded_at timestamptz not null
);
comment on table survey_revision is 'what a survey said before it was changed';
create index survey_revision_of_submission on survey_revision (submission_id, id);
create index survey_revision_instance on survey_revision (source_instance) where source_instance is not null;

alter table nomination add column evidence_id uuid references survey_submission;
comment on column nomination.evidence_id is 'the survey by an instrument on which the home visit rests';
