-- Donations become lots that programmes are given, first in first out, and can be followed to the hand-over.
create table fund_lot (
    donation_id uuid primary key,
    position bigint not null generated always as identity,
    campaign_id uuid not null,
    beneficiary_id uuid,
    program_type text,
    amount numeric(17, 2) not null,
    held numeric(17, 2) not null,
    returned numeric(17, 2) not null,
    constraint fund_lot_not_overdrawn check (held >= 0 and returned >= 0 and held + returned <= amount)
);
create index fund_lot_held on fund_lot (beneficiary_id, program_type, position) include (held) where held > 0;
create index fund_lot_campaign on fund_lot (campaign_id) include (amount, returned);

create table funding_request (
    program_id uuid primary key,
    beneficiary_id uuid not null,
    program_type text,
    amount numeric(17, 2) not null,
    status text not null,
    requested_on date,
    mobilised_on date,
    recorded_at timestamptz not null,
    version bigint not null
);
create index funding_request_status on funding_request (status, program_id);
create index funding_request_waiting on funding_request (recorded_at) where status = 'WAITING';
create index funding_request_beneficiary on funding_request (beneficiary_id, program_id);

create table fund_allocation (
    id uuid primary key,
    program_id uuid not null references funding_request,
    donation_id uuid not null references fund_lot,
    campaign_id uuid not null,
    amount numeric(17, 2) not null,
    reserved numeric(17, 2) not null,
    constraint fund_allocation_not_overspent check (reserved >= 0 and reserved <= amount),
    constraint fund_allocation_once unique (program_id, donation_id)
);
create index fund_allocation_donation on fund_allocation (donation_id);

create table fund_spending (
    id uuid primary key,
    delivery_id uuid not null,
    program_id uuid not null references funding_request,
    donation_id uuid not null references fund_lot,
    campaign_id uuid not null,
    amount numeric(17, 2) not null,
    delivered_on date not null,
    constraint fund_spending_positive check (amount > 0),
    constraint fund_spending_once unique (delivery_id, donation_id)
);
create index fund_spending_donation on fund_spending (donation_id);
