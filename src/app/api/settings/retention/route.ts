import { clinic, withStepUp } from "@/features/access/route-gates";
import { changeRetention } from "@/features/retention/change-retention";
import { retentionRequest } from "@/features/retention/schema";
import { settingRefusals } from "@/features/settings/refusals";
import { changedAnswer } from "@/features/settings/schema";
import { otherMethods, route } from "@/server/route";

export const POST = route({
  operation: "changeRetention",
  summary: "How long the practice keeps drafts, mails and texts, failed registrations and records",
  method: "POST",
  path: "/api/settings/retention",
  gate: withStepUp(clinic("admin")),
  body: retentionRequest,
  answer: changedAnswer,
  refusals: settingRefusals,
  run: changeRetention,
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");
