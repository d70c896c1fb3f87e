import { withStepUp } from "@/features/access/route-gates";
import { eraseOwnLogin } from "@/features/erasure/erase-own-login";
import { eraseOwnRefusals } from "@/features/erasure/refusals";
import { eraseOwnRequest, loginErased } from "@/features/erasure/schema";
import { guardian } from "@/features/guardians/gate";
import { otherMethods, type RegisteredHandler, route } from "@/server/route";

const erase = route({
  operation: "eraseOwnLogin",
  summary:
    "Deletes one's own login as patient or guardian, its name typed to confirm; the record stays",
  method: "POST",
  path: "/api/account/erasure",
  gate: withStepUp(guardian),
  body: eraseOwnRequest,
  answer: loginErased,
  refusals: eraseOwnRefusals,
  run: eraseOwnLogin,
  present: (body) => ({ body, cookies: [{ name: "session", value: "" }] }),
});

/** As after logging out, nothing stays in the browser (S14). */
const clearing = async (...given: Parameters<RegisteredHandler>) => {
  const response = await erase(...given);
  if (response.ok) response.headers.set("clear-site-data", '"cache", "storage"');
  return response;
};

export const POST: RegisteredHandler = Object.assign(clearing, { spec: erase.spec });

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");
