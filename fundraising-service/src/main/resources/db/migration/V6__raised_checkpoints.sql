-- What a busy campaign raised is known up to a lot, so that its page sums only the lots since then.
create table raised_checkpoint (
    campaign_id uuid primary key,
    position bigint not null,
    amount numeric(17, 2) not null
);
create index fund_lot_tail on fund_lot (campaign_id, position) include (amount);
create index fund_lot_returned on fund_lot (campaign_id) include (returned) where returned > 0;
drop index fund_lot_campaign;
