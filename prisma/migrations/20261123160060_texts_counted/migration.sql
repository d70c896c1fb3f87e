-- Every text is counted (R51): when the phone network took it, and sums by the practice's day that are kept in the
-- transaction of each change, so that a month is never a walk through its texts.
alter table tenant.delivery add column sent_at timestamptz(3),
  add constraint delivery_sent_at check (sent_at is null or kind = 'sms');

-- A case and not a coalesce: row-level security lets only what cannot leak bound an index, and PostgreSQL takes a
-- coalesce for what can.
create index delivery_texts on tenant.delivery (practice_id, (case when sent_at is null then created_at else sent_at end) desc, id desc)
  where kind = 'sms';
create index delivery_texts_by_purpose on tenant.delivery
  (practice_id, purpose, (case when sent_at is null then created_at else sent_at end) desc, id desc) where kind = 'sms';
-- What did not leave, or did not arrive.
create index delivery_texts_failed on tenant.delivery (practice_id, (case when sent_at is null then created_at else sent_at end) desc, id desc)
  where kind = 'sms' and state in ('undelivered', 'dropped');
-- What has not come to its end.
create index delivery_texts_waiting on tenant.delivery (practice_id, (case when sent_at is null then created_at else sent_at end) desc, id desc)
  where kind = 'sms' and state in ('queued', 'sending', 'unknown', 'sent');
-- What never left: a month of these is counted live.
create index delivery_texts_never_left on tenant.delivery (practice_id, created_at)
  where kind = 'sms' and state = 'undelivered' and sent_at is null;

-- `currency` is empty while the provider has not told the price.
create table tenant.text_day (
  practice_id uuid not null,
  sent_on date not null,
  purpose text not null,
  state tenant.delivery_state not null,
  currency text not null,
  texts integer not null,
  segments bigint not null,
  price_micros bigint not null,
  constraint text_day_pkey primary key (practice_id, sent_on, purpose, state, currency),
  constraint text_day_practice_fkey foreign key (practice_id)
    references identity.practice (id) on delete restrict on update restrict,
  constraint text_day_counts check (texts >= 0 and segments >= 0 and price_micros >= 0)
);
alter table tenant.text_day enable row level security;
alter table tenant.text_day force row level security;
create policy own_practice on tenant.text_day
  using (practice_id = tenant.current_practice()) with check (practice_id = tenant.current_practice());
-- Sums follow from deliveries, and from nothing else.
revoke insert, update, delete on tenant.text_day from archway_app;

-- That the practice was told of its month's budget: once for each threshold, whatever becomes of the mails.
create table tenant.text_budget_alarm (
  practice_id uuid not null,
  month_on date not null,
  percent integer not null,
  decided_at timestamptz(3) not null,
  delivery_ids uuid[] not null default array[]::uuid[],
  constraint text_budget_alarm_pkey primary key (practice_id, month_on, percent),
  constraint text_budget_alarm_practice_fkey foreign key (practice_id)
    references identity.practice (id) on delete restrict on update restrict,
  constraint text_budget_alarm_shape check (percent in (80, 100) and extract(day from month_on) = 1)
);
alter table tenant.text_budget_alarm enable row level security;
alter table tenant.text_budget_alarm force row level security;
create policy own_practice on tenant.text_budget_alarm
  using (practice_id = tenant.current_practice()) with check (practice_id = tenant.current_practice());
revoke delete on tenant.text_budget_alarm from archway_app;

alter table tenant.practice_settings add constraint practice_settings_texts
  check (sms_monthly_budget_minor between 0 and 100000000 and sms_currency ~ '^[A-Z]{3}$') not valid;

create function tenant.note_text_sent() returns trigger language plpgsql as $$
begin
  new.sent_at := coalesce(new.settled_at, public.app_now());
  return new;
end $$;
create trigger delivery_text_sent before insert or update on tenant.delivery for each row
  when (new.kind = 'sms' and new.provider_id is not null and new.sent_at is null)
  execute function tenant.note_text_sent();

-- A practice's days are summed with its zone held: a change of the zone waits for these, and these for it.
create function tenant.count_text() returns trigger language plpgsql security definer set search_path = '' as $$
declare
  v_zone text;
begin
  perform pg_catalog.pg_advisory_xact_lock_shared(pg_catalog.hashtextextended('text-days:' || new.practice_id, 0));
  select p.zone into v_zone from identity.practice p where p.id = new.practice_id;
  if tg_op = 'UPDATE' and old.sent_at is not null then
    update tenant.text_day d set texts = d.texts - 1, segments = d.segments - coalesce(old.segments, 0),
      price_micros = d.price_micros - coalesce(old.price_micros, 0)
    where d.practice_id = old.practice_id and d.sent_on = (old.sent_at at time zone v_zone)::date
      and d.purpose = old.purpose and d.state = old.state
      and d.currency = case when old.price_micros is null then '' else coalesce(old.price_currency, 'XXX') end;
  end if;
  insert into tenant.text_day as d (practice_id, sent_on, purpose, state, currency, texts, segments, price_micros)
  values (new.practice_id, (new.sent_at at time zone v_zone)::date, new.purpose, new.state,
    case when new.price_micros is null then '' else coalesce(new.price_currency, 'XXX') end,
    1, coalesce(new.segments, 0), coalesce(new.price_micros, 0))
  on conflict (practice_id, sent_on, purpose, state, currency) do update set texts = d.texts + 1,
    segments = d.segments + excluded.segments, price_micros = d.price_micros + excluded.price_micros;
  return null;
end $$;
create trigger delivery_text_counted after insert on tenant.delivery for each row
  when (new.sent_at is not null) execute function tenant.count_text();
create trigger delivery_text_counted_anew after update on tenant.delivery for each row
  when (new.sent_at is not null and (old.sent_at, old.state, old.segments, old.price_micros, old.price_currency)
    is distinct from (new.sent_at, new.state, new.segments, new.price_micros, new.price_currency))
  execute function tenant.count_text();

-- All of one practice's days, from its texts: for the beginning, and for a practice that moves to another zone.
create function tenant.count_texts_again(p_practice uuid) returns void language plpgsql as $$
declare
  v_before text := current_setting('app.practice_id', true);
begin
  perform pg_advisory_xact_lock(hashtextextended('text-days:' || p_practice, 0));
  perform set_config('app.practice_id', p_practice::text, true);
  delete from tenant.text_day where practice_id = p_practice;
  insert into tenant.text_day (practice_id, sent_on, purpose, state, currency, texts, segments, price_micros)
  select x.practice_id, (x.sent_at at time zone p.zone)::date, x.purpose, x.state,
    case when x.price_micros is null then '' else coalesce(x.price_currency, 'XXX') end,
    count(*), coalesce(sum(x.segments), 0), coalesce(sum(x.price_micros), 0)
  from tenant.delivery x join identity.practice p on p.id = x.practice_id
  where x.practice_id = p_practice and x.sent_at is not null
  group by 1, 2, 3, 4, 5;
  perform set_config('app.practice_id', coalesce(v_before, ''), true);
end $$;
revoke execute on function tenant.count_texts_again(uuid) from public;

create function tenant.follow_zone() returns trigger
language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  perform tenant.count_texts_again(new.id);
  return null;
end $$;
create trigger practice_zone_changed after update of zone on identity.practice for each row
  when (old.zone is distinct from new.zone) execute function tenant.follow_zone();

-- What was sent so far. An emptied row has lost its provider's id, and not what it cost.
do $$
declare
  v_practice uuid;
begin
  for v_practice in select id from identity.practice loop
    perform set_config('app.practice_id', v_practice::text, true);
    update tenant.delivery set sent_at = coalesce(settled_at, created_at)
    where practice_id = v_practice and kind = 'sms' and sent_at is null
      and (provider_id is not null or emptied_at is not null
        and (state in ('sent', 'delivered') or state = 'undelivered' and segments is not null));
    perform tenant.count_texts_again(v_practice);
  end loop;
  perform set_config('app.practice_id', '', true);
end $$;
