-- A person can be nominated, checked, visited and decided on, and become a beneficiary who consents and leaves.
create table nomination (
    id uuid primary key,
    version bigint not null,
    status text not null,
    source text not null,
    organisation text,
    nominated_by text,
    nominated_on date not null,
    recorded_at timestamptz not null,
    area_code text not null,
    birth_date date,
    sex text,
    candidate bytea,
    nik_index text,
    nominator bytea,
    livelihood text,
    reason text,
    pre_survey jsonb,
    survey jsonb,
    beneficiary_id uuid,
    closed_on date,
    erased_on date,
    constraint nomination_status_known check (status in (
        'NOMINATED', 'PRE_SURVEYED', 'SURVEYED', 'DECISION_PROPOSED', 'APPROVED', 'WAITLISTED', 'REJECTED')),
    constraint nomination_source_known check (source in ('STAFF', 'PARTNER', 'PUBLIC')),
    constraint nomination_approved_is_beneficiary check ((status = 'APPROVED') = (beneficiary_id is not null)),
    constraint nomination_public_has_no_subject check ((source = 'PUBLIC') = (nominated_by is null)),
    constraint nomination_partner_has_organisation check ((source = 'PARTNER') = (organisation is not null))
);
comment on column nomination.nominated_by is 'token subject; null: nominated without a token';
comment on column nomination.candidate is 'sealed: name, NIK, phone, address';
comment on column nomination.nominator is 'sealed: name, phone';
comment on column nomination.nik_index is 'keyed hash, to find the same NIK again';
create index nomination_status on nomination (status, id);
create index nomination_area on nomination (area_code text_pattern_ops, id);
create index nomination_organisation on nomination (organisation, id) where organisation is not null;
create index nomination_triage on nomination (status, id) where source = 'PUBLIC';
create index nomination_same_nik on nomination (nik_index) where nik_index is not null;
create index nomination_to_erase on nomination (closed_on)
    where source = 'PUBLIC' and status = 'REJECTED' and erased_on is null;

create table decision (
    id uuid primary key,
    nomination_id uuid not null references nomination,
    state text not null,
    proposal jsonb not null,
    proposed_by text not null,
    proposed_at timestamptz not null,
    confirmed_by text,
    confirmed_at timestamptz,
    constraint decision_state_known check (state in ('PROPOSED', 'CONFIRMED', 'WITHDRAWN')),
    constraint decision_confirmed_by_another check (confirmed_by <> proposed_by)
);
create index decision_of_nomination on decision (nomination_id, id);
create unique index decision_pending_once on decision (nomination_id) where state = 'PROPOSED';

create table beneficiary (
    id uuid primary key,
    version bigint not null,
    case_id uuid not null references nomination,
    area_code text not null,
    age_band text not null,
    alias text,
    public_story text,
    assistance_consent boolean not null,
    publication_consent boolean not null,
    approved_on date not null,
    exited_on date,
    exit_reason text,
    constraint beneficiary_once_a_case unique (case_id)
);
create index beneficiary_area on beneficiary (area_code text_pattern_ops, id);
create index beneficiary_exited on beneficiary (id) where exited_on is not null;

create table approved_need (
    beneficiary_id uuid not null references beneficiary,
    position integer not null,
    program_type text not null,
    description text not null,
    amount numeric(17, 2) not null,
    primary key (beneficiary_id, position),
    constraint approved_need_once_a_type unique (beneficiary_id, program_type),
    constraint approved_need_positive check (amount > 0)
);
create index approved_need_type on approved_need (program_type, beneficiary_id);

create table consent (
    id uuid primary key,
    beneficiary_id uuid not null references beneficiary,
    purpose text not null,
    given boolean not null,
    witness text not null,
    recorded_by text not null,
    recorded_at timestamptz not null
);
create index consent_of_beneficiary on consent (beneficiary_id, id);
