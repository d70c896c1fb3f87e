import { clinic } from "@/features/access/route-gates";
import { removeFromWaitingList } from "@/features/waiting-list/leave-list";
import { removeRefusals } from "@/features/waiting-list/refusals";
import { entryParams, leftAnswer } from "@/features/waiting-list/schema";
import { otherMethods, route } from "@/server/route";

export const POST = route({
  operation: "removeFromWaitingList",
  summary: "Takes a patient off the waiting list.",
  method: "POST",
  path: "/api/waiting-list/entries/{id}/remove",
  gate: clinic(),
  params: entryParams,
  answer: leftAnswer,
  refusals: removeRefusals,
  run: removeFromWaitingList,
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");
