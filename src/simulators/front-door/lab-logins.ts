import type { Store } from "../store/open-store";

/** What the demo's orthodontists type at the labs' own sign-in: made up, and shown on purpose. */
export function labLogins(store: Store): Promise<object[]> {
  return store.query(
    `select lab, user_name as "userName", password, display_name as "displayName"
     from demo.lab_login order by lab, user_name`,
  );
}
