-- Anybody can give, the gateway can say what was paid, and two treasurers can give money back.
create table donation (
    id uuid primary key,
    campaign_id uuid not null references campaign,
    beneficiary_id uuid,
    program_type text,
    district_code text,
    amount numeric(17, 2) not null,
    status text not null,
    method text not null,
    payment_state text not null,
    anonymous boolean not null,
    donor_name bytea,
    donor_email bytea,
    promised_at timestamptz not null,
    received_on date,
    refunded numeric(17, 2) not null,
    version bigint not null,
    constraint donation_amounts check (amount > 0 and refunded >= 0 and refunded <= amount)
);
create index donation_campaign on donation (campaign_id, id);
create index donation_status on donation (status, id);

create table refund (
    id uuid primary key,
    donation_id uuid not null references donation,
    status text not null,
    reason text not null,
    amount numeric(17, 2) not null,
    proposed_by text not null,
    confirmed_by text,
    refunded_on date,
    recorded_at timestamptz not null,
    version bigint not null,
    constraint refund_positive check (amount > 0),
    constraint refund_four_eyes check (confirmed_by <> proposed_by)
);
create index refund_donation on refund (donation_id, id);
create unique index refund_proposed_once on refund (donation_id) where status = 'PROPOSED';

create table payment_notification (
    id uuid primary key,
    order_id text not null,
    transaction_status text not null,
    fraud_status text,
    status_code text not null,
    gross_amount text not null,
    transaction_id text,
    payment_type text,
    outcome text not null,
    received_at timestamptz not null
);
create index payment_notification_order on payment_notification (order_id, id);
create index payment_notification_outcome on payment_notification (outcome, id);
