import { clinic } from "@/features/access/route-gates";
import { approveRequest } from "@/features/diary/approve-request";
import { approveRefusals } from "@/features/diary/refusals";
import { approveBody, diaryVisit, visitParams } from "@/features/diary/schema";
import { otherMethods, route } from "@/server/route";

export const POST = route({
  operation: "approveRequest",
  summary: "Says yes to a requested time.",
  method: "POST",
  path: "/api/diary/appointments/{id}/approve",
  gate: clinic(),
  params: visitParams,
  body: approveBody,
  answer: diaryVisit,
  refusals: approveRefusals,
  limit: { name: "diary", per: "session", points: 300, windowSeconds: 600 },
  run: approveRequest,
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");
