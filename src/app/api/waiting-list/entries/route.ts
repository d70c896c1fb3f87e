import { clinic } from "@/features/access/route-gates";
import { addToWaitingList } from "@/features/waiting-list/join-list";
import { deskWaitingList } from "@/features/waiting-list/queries";
import { joinRefusals } from "@/features/waiting-list/refusals";
import {
  addRequest,
  deskListAnswer,
  deskListQuery,
  joinedAnswer,
} from "@/features/waiting-list/schema";
import { otherMethods, route } from "@/server/route";

export const GET = route({
  operation: "listWaitingPatients",
  summary:
    "Who waits for a time, the longest first, with what they were offered; a hundred a page.",
  method: "GET",
  path: "/api/waiting-list/entries",
  gate: clinic(),
  query: deskListQuery,
  answer: deskListAnswer,
  refusals: {},
  run: deskWaitingList,
});

export const POST = route({
  operation: "addToWaitingList",
  summary: "Puts a patient on the waiting list.",
  method: "POST",
  path: "/api/waiting-list/entries",
  status: 201,
  gate: clinic(),
  body: addRequest,
  answer: joinedAnswer,
  refusals: joinRefusals,
  limit: { name: "diary", per: "session", points: 300, windowSeconds: 600 },
  run: addToWaitingList,
});

export const { PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET", "POST");
