import { patient } from "@/features/access/route-gates";
import { changeProfile } from "@/features/account/change-profile";
import { changeProfileRefusals } from "@/features/account/refusals";
import { profileChanged, profileRequest } from "@/features/account/schema";
import { otherMethods, route } from "@/server/route";

export const POST = route({
  operation: "changeProfile",
  summary: "Changes the record's address, other phones and contacts",
  method: "POST",
  path: "/api/account/profile",
  gate: patient,
  body: profileRequest,
  answer: profileChanged,
  refusals: changeProfileRefusals,
  run: changeProfile,
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");
