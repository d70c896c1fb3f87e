import type { Read } from "@/db/read";

/** Of each article the version in the reader's language ($2), else English, else the one there is. */
const shown = `
  select distinct on (a.key) a.id, a.key, a.language, a.title, a.topic, a.stage_kind, a.body, a.keywords, a.position,
    a.published, a.search
  from tenant.care_article a where a.practice_id = $1::uuid
  order by a.key, a.language = $2 desc, a.language = 'en' desc, a.language`;

const columns = `s.key, s.language, s.title, s.topic, s.stage_kind as "stageKind", left(s.body, 600) as text`;

/** Every article patients may read, in its order. */
export const listRead: Read = {
  name: "care-list",
  text: `with s as (${shown}) select ${columns} from s where s.published order by s.position, s.title, s.key`,
};

/** One article, and what this person ($4) thought of it. */
export const articleRead: Read = {
  name: "care-article",
  text: `with s as (${shown})
    select s.id, ${columns.replace("left(s.body, 600)", "s.body")}, (
      select f.helpful from tenant.care_feedback f
      where f.practice_id = $1::uuid and f.article_id = s.id and f.person_id = $4::uuid) as helpful
    from s where s.published and s.key = $3`,
};

/** Alike enough to be a typing error: half of the letters in threes, and not of very short words. */
const ALIKE = 0.4;
const SHORTEST_ALIKE = 4;
/** To compare a word with every text takes ten milliseconds. */
const MOST_MISSED = 3;

/**
 * Articles that have most of the typed words ($3), best first. A word that no article has stands for the words most like
 * it; words that say nothing are left out.
 */
export const searchRead: Read = {
  name: "care-search",
  text: `with s as materialized (select * from (${shown}) every where every.published),
    w as materialized (
      select * from (
        select t.word, t.number, tenant.care_query($2, t.word) as query
        from unnest($3::text[]) with ordinality t (word, number)) said
      where query is not null),
    hit as materialized (
      select s.id, w.number, ts_rank(s.search, q.query) as weight
      from s cross join w cross join lateral (
        select case when s.language = $2 then w.query else tenant.care_query(s.language, w.word) end as query) q
      where s.search @@ q.query),
    missed as materialized (
      select tenant.plain_words(w.word) as word, w.number from w
      where length(w.word) >= ${SHORTEST_ALIKE} and not exists (select from hit h where h.number = w.number)
      order by w.number limit ${MOST_MISSED}),
    near as (
      select n.* from (
        select p.id, missed.number, strict_word_similarity(missed.word, p.words) as weight
        from missed cross join lateral (
          select s.id, tenant.plain_words(s.title || ' ' || s.keywords || ' ' || s.body) as words from s) p) n
      where n.weight >= ${ALIKE}),
    found as (
      select m.id, count(*) as words, sum(m.weight) as weight, bool_or(m.near) as near
      from (select *, false as near from hit union all select *, true from near) m group by m.id)
    select ${columns}, f.near from found f join s on s.id = f.id
    where f.words = (select max(words) from found) order by f.weight desc, s.position, s.title, s.key`,
};
