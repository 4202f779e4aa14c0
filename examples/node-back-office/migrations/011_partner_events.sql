-- What partners hear of their requests. A row is written in the transaction of the event itself, by a trigger, so that
-- no service can forget it; its position and words come later, when it is published: positions follow one another in the
-- order in which transactions became visible, and a cursor passes over nothing that commits late.
create table partner_events (
  id bigint generated always as identity primary key,
  event uuid not null unique default gen_random_uuid(),
  partner_id uuid not null references partners,
  request_id uuid not null references diagnoses,
  -- The event that it tells of: of the request, or of one of its referrals.
  referral_id uuid,
  seq int not null,
  position bigint,
  told jsonb,
  unique (partner_id, position),
  check ((position is null) = (told is null))
);
create index on partner_events (partner_id, id) where position is null;

create function note_request_event() returns trigger language plpgsql as $$
begin
  insert into partner_events (partner_id, request_id, seq)
    select partner_id, new.request_id, new.seq from diagnoses where id = new.request_id and partner_id is not null;
  return null;
end $$;
create trigger tell_partner after insert on request_events for each row execute function note_request_event();

create function note_referral_event() returns trigger language plpgsql as $$
begin
  -- What people write to each other is no state, and nobody else's.
  if new.kind = 'comment' then return null; end if;
  insert into partner_events (partner_id, request_id, referral_id, seq)
    select partner_id, diagnoses.id, new.referral_id, new.seq
      from needs join diagnoses on diagnoses.id = diagnosis_id
     where needs.id = new.need_id and partner_id is not null;
  return null;
end $$;
create trigger tell_partner after insert on referral_events for each row execute function note_referral_event();

-- What was published stays as it was told.
create function refuse_republishing() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or old.position is not null then raise exception 'table % only grows', tg_table_name; end if;
  return new;
end $$;
create trigger append_only before update or delete on partner_events
  for each row execute function refuse_republishing();
