-- A campaign can be drafted and published for an approved person under a permit.
create table permit (
    id uuid primary key,
    number text not null constraint permit_number_unique unique,
    authority text not null,
    scope_area_codes text[] not null,
    kind text not null,
    valid_from date not null,
    valid_to date not null,
    granted_to date not null,
    recorded_at timestamptz not null,
    version bigint not null,
    constraint permit_days check (valid_from <= granted_to and granted_to <= valid_to)
);
create index permit_kind on permit (kind, id);

create table known_beneficiary (
    beneficiary_id uuid primary key,
    case_id uuid not null,
    approved_sequence bigint not null,
    district_code text,
    age_band text,
    alias text,
    public_story text,
    assistance_consent boolean not null,
    assistance_sequence bigint not null,
    publication_consent boolean not null,
    publication_sequence bigint not null,
    exited boolean not null
);

create table campaign (
    id uuid primary key,
    title text not null,
    beneficiary_id uuid,
    program_type text,
    district_code text,
    story text,
    target numeric(17, 2) not null,
    permit_id uuid references permit,
    exemption_kind text,
    exemption_evidence text,
    ends_on date not null,
    status text not null,
    makers text[] not null,
    published_by text,
    published_on date,
    closed_on date,
    recorded_at timestamptz not null,
    version bigint not null,
    constraint campaign_permit_or_exemption
        check ((permit_id is null) <> (exemption_kind is null) and (exemption_kind is null) = (exemption_evidence is null)),
    constraint campaign_story_unless_for_person check (beneficiary_id is null or story is null),
    constraint campaign_target_positive check (target > 0)
);
create index campaign_status on campaign (status, id);
create index campaign_beneficiary on campaign (beneficiary_id, id) where beneficiary_id is not null;
create index campaign_program_type on campaign (program_type, id);
create index campaign_district on campaign (district_code text_pattern_ops, id);
create index campaign_ending on campaign (ends_on) where status = 'PUBLISHED';
