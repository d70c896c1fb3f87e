-- The private address of one's visits for a calendar program (R34): a login has at most one of each kind at a practice.
-- Only the token's digest is kept. What was last fetched is known by its digest, so that "not modified" can be said truly.
create type identity.calendar_feed_kind as enum ('visits', 'diary');
create table identity.calendar_feed (
  id uuid not null,
  digest bytea not null,
  practice_id uuid not null,
  login_id uuid not null,
  kind identity.calendar_feed_kind not null,
  created_at timestamptz(3) not null,
  last_fetched_at timestamptz(3),
  content_digest bytea,
  content_since_at timestamptz(3),
  constraint calendar_feed_pkey primary key (id),
  constraint calendar_feed_practice_fkey foreign key (practice_id) references identity.practice (id),
  constraint calendar_feed_login_id_fkey foreign key (login_id) references identity.login (id)
    on delete restrict on update restrict,
  constraint calendar_feed_content check ((content_digest is null) = (content_since_at is null)),
  constraint calendar_feed_digest_size check (octet_length(digest) = 32)
);
create unique index calendar_feed_digest_key on identity.calendar_feed (digest);
create unique index calendar_feed_login_id_practice_id_kind_key on identity.calendar_feed (login_id, practice_id, kind);
