-- Full-text search in threads and messages (R37), in whatever language people write.

-- Words without capitals and marks: accents, points of Hebrew, vowel signs of Arabic; its alefs, yas and final ha alike.
create function tenant.message_words(p_text text) returns text language sql immutable strict parallel safe
  as $$ select translate(tenant.plain_words(regexp_replace(normalize(p_text, NFKD),
    '[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u0640\u064b-\u065f\u0670]', '', 'g')), U&'\0629\0649', U&'\0647\064A') $$;

create function tenant.message_document(p_text text) returns tsvector language sql immutable strict parallel safe
  as $$ select to_tsvector('pg_catalog.simple', tenant.message_words(p_text)) $$;

-- What begins with every one of these words, or with its stem in a language in which patients write. Null: no word.
create function tenant.message_query(p_words text[]) returns tsquery language sql immutable strict parallel safe
  as $$ select string_agg('(' || found.query::text || ')', ' & ')::tsquery
    from unnest(p_words) as typed (word)
    cross join lateral (
      select string_agg(q.query::text, ' | ')::tsquery as query
      from unnest(array['simple', 'en', 'es', 'ar']) as said (language)
      cross join lateral (
        select tenant.care_query(said.language, tenant.message_words(typed.word)) as query) q
    ) found
    where found.query is not null $$;

-- No GIN index: row-level security keeps the operator of the text search, which is not leakproof, from every index.
-- Threads are walked newest first by their own index, and their messages by theirs, until a page is full.
alter table "tenant"."thread"
  add column "search" tsvector generated always as (tenant.message_document("subject")) stored;
alter table "tenant"."message"
  add column "search" tsvector generated always as (tenant.message_document("body")) stored;
