-- Care guidance (R26): copies of the shipped texts that a practice may edit, and a search that forgives endings,
-- accents and typing errors.

-- Lower case without accents. Its dictionary never changes, which `unaccent` itself cannot promise.
create function tenant.plain_words(p_text text) returns text language sql immutable strict parallel safe
  as $$ select lower(public.unaccent('public.unaccent'::regdictionary, p_text)) $$;

-- How words of a language are cut to their stems.
create function tenant.care_stems(p_language text) returns regconfig language sql immutable strict parallel safe
  as $$ select case p_language
    when 'en' then 'pg_catalog.english'::regconfig
    when 'es' then 'pg_catalog.spanish'::regconfig
    when 'de' then 'pg_catalog.german'::regconfig
    when 'fr' then 'pg_catalog.french'::regconfig
    when 'ar' then 'pg_catalog.arabic'::regconfig
    else 'pg_catalog.simple'::regconfig end $$;

-- Stems and whole words: a word half typed is the beginning of the one or the other.
create function tenant.care_document(p_language text, p_title text, p_keywords text, p_body text) returns tsvector
  language sql immutable parallel safe
  as $$ select setweight(to_tsvector(c.stems, c.title), 'A') || setweight(to_tsvector('pg_catalog.simple', c.title), 'A')
      || setweight(to_tsvector(c.stems, c.keywords), 'B') || setweight(to_tsvector('pg_catalog.simple', c.keywords), 'B')
      || setweight(to_tsvector(c.stems, c.body), 'D') || setweight(to_tsvector('pg_catalog.simple', c.body), 'D')
    from (select tenant.care_stems(p_language) as stems, tenant.plain_words(p_title) as title,
      tenant.plain_words(p_keywords) as keywords, tenant.plain_words(p_body) as body) c $$;

-- One typed word as a query for what begins with it; null for words that say nothing, such as "the".
create function tenant.care_query(p_language text, p_word text) returns tsquery
  language sql immutable strict parallel safe
  as $$ select case when w.word = '' or length(to_tsvector(w.stems, w.word)) = 0 then null
      else to_tsquery(w.stems, w.word || ':*') || to_tsquery('pg_catalog.simple', w.word || ':*') end
    from (select tenant.care_stems(p_language) as stems,
      regexp_replace(tenant.plain_words(p_word), '[\s''"&|!():*<>\\]', '', 'g') as word) w $$;

-- No index on `search`: a practice's hundred articles are found by the practice, and row-level security would not let
-- the operator of the text search near an index.
alter table "tenant"."care_article"
  add column "keywords" text not null default '',
  add column "position" integer not null default 10000,
  add column "shipped_digest" text,
  add column "edited_at" timestamptz(3),
  add column "search" tsvector generated always as (tenant.care_document("language", "title", "keywords", "body")) stored;

-- What lies there was shipped and could not be edited until now; the next renewal brings the present texts.
-- The owner is bound by the policies too.
alter table "tenant"."care_article" no force row level security;
update "tenant"."care_article" set "shipped_digest" = 'former', "topic" = case "topic"
  when 'daily life' then 'life' when 'retention' then 'after' else "topic" end;
alter table "tenant"."care_article" force row level security;

alter table "tenant"."care_article"
  add constraint "care_article_shape" check (length("title") between 1 and 120 and length("body") between 1 and 10000
    and length("keywords") <= 500 and length("key") between 1 and 80),
  add constraint "care_article_stage_kind" check ("stage_kind" in ('before_start', 'paused', 'stopped', 'first_aligner',
    'template', 'passive', 'overcorrection', 'retainer', 'aligner')),
  add constraint "care_article_edited_was_shipped" check ("edited_at" is null or "shipped_digest" is not null);
