import type { Adapter, AdapterPayload } from "oidc-provider";
import type { Store } from "../../store/open-store";

export const entriesDdl = `
  create table if not exists oidc_entry (
    lab_key text not null,
    model text not null,
    id text not null,
    payload jsonb not null,
    grant_id text,
    uid text,
    expires_at timestamptz,
    primary key (lab_key, model, id)
  );
  create index if not exists oidc_entry_grant on oidc_entry (grant_id);
  create index if not exists oidc_entry_uid on oidc_entry (uid);
  create table if not exists oidc_key (
    lab_key text primary key,
    jwk jsonb not null,
    cookie_key text not null
  )`;

type Found = AdapterPayload | undefined;

/** What a lab's sign-in remembers, by the real clock: sessions, codes, tokens, grants. */
export function entries(store: Store, labKey: string): (model: string) => Adapter {
  const alive = "(expires_at is null or expires_at > clock_timestamp())";
  return (model) => {
    const found = async (where: string, value: string): Promise<Found> => {
      const [row] = await store.query<{ payload: AdapterPayload }>(
        `select payload from oidc_entry where lab_key = $1 and model = $2 and ${where} = $3 and ${alive}`,
        [labKey, model, value],
      );
      return row?.payload;
    };
    return {
      upsert: async (id, payload, expiresIn) => {
        await store.query(
          `insert into oidc_entry (lab_key, model, id, payload, grant_id, uid, expires_at)
           values ($1, $2, $3, $4, $5, $6, clock_timestamp() + make_interval(secs => $7::float8))
           on conflict (lab_key, model, id) do update set payload = excluded.payload,
             grant_id = excluded.grant_id, uid = excluded.uid, expires_at = excluded.expires_at`,
          [
            labKey,
            model,
            id,
            JSON.stringify(payload),
            payload.grantId ?? null,
            payload.uid ?? null,
            expiresIn ?? null,
          ],
        );
      },
      find: (id) => found("id", id),
      findByUid: (uid) => found("uid", uid),
      // Only devices without a browser have such codes; no lab knows any.
      findByUserCode: async () => undefined,
      consume: async (id) => {
        await store.query(
          `update oidc_entry
           set payload = payload || jsonb_build_object('consumed', extract(epoch from clock_timestamp())::int)
           where lab_key = $1 and model = $2 and id = $3`,
          [labKey, model, id],
        );
      },
      destroy: async (id) => {
        await store.query("delete from oidc_entry where lab_key = $1 and model = $2 and id = $3", [
          labKey,
          model,
          id,
        ]);
      },
      revokeByGrantId: async (grantId) => {
        await store.query("delete from oidc_entry where lab_key = $1 and grant_id = $2", [
          labKey,
          grantId,
        ]);
      },
    };
  };
}
