import type { RefusalTable } from "@/lib/refusal-table";
import type { EraseForRefusal } from "./erase-login-for";
import type { EraseOwnRefusal } from "./erase-own-login";

const words = (reason: string) => `erasure.refusals.${reason}` as const;

export const eraseOwnRefusals: RefusalTable<EraseOwnRefusal> = {
  login_name_differs: { status: 422, words: words("login_name_differs"), field: "loginName" },
  already_erased: { status: 410, words: words("already_erased") },
};

export const eraseForRefusals: RefusalTable<EraseForRefusal> = {
  not_found: { status: 404, words: "refusals.not_found" },
  own_login: { status: 409, words: words("own_login") },
};
