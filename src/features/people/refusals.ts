import { newPasswordRefusals } from "@/features/access/passwords/new-password";
import type { RefusalTable } from "@/lib/refusal-table";
import type { BeginPasskeyRefusal } from "./begin-factor";
import type { ChoosePasswordRefusal } from "./choose-password";
import type { CompleteSetUpRefusal } from "./complete-set-up";
import type { SetUpLinkRefusal } from "./find-set-up";

export const linkRefusals: RefusalTable<SetUpLinkRefusal> = {
  link_unknown: { status: 410, words: "setUp.refusals.link_unknown" },
  link_used: { status: 410, words: "setUp.refusals.link_used" },
  link_replaced: { status: 410, words: "setUp.refusals.link_replaced" },
  link_expired: { status: 410, words: "setUp.refusals.link_expired" },
};

export const choosePasswordRefusals: RefusalTable<ChoosePasswordRefusal> = {
  ...linkRefusals,
  ...newPasswordRefusals,
};

export const beginPasskeyRefusals: RefusalTable<BeginPasskeyRefusal> = {
  ...linkRefusals,
  password_first: { status: 409, words: "setUp.refusals.password_first" },
};

export const completeSetUpRefusals: RefusalTable<CompleteSetUpRefusal> = {
  ...linkRefusals,
  password_first: { status: 409, words: "setUp.refusals.password_first" },
  code_shape: { status: 422, words: "access.refusals.code_shape", field: "code" },
  passkey_refused: { status: 422, words: "setUp.refusals.passkey_refused" },
  wrong_code: { status: 401, words: "setUp.refusals.wrong_code", field: "code" },
};
