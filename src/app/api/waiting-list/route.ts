import { patient } from "@/features/access/route-gates";
import { joinWaitingList } from "@/features/waiting-list/join-list";
import { ownWaitingList } from "@/features/waiting-list/queries";
import { joinRefusals } from "@/features/waiting-list/refusals";
import {
  joinedAnswer,
  joinRequest,
  listQuery,
  ownListAnswer,
} from "@/features/waiting-list/schema";
import { otherMethods, route } from "@/server/route";

export const GET = route({
  operation: "listWaiting",
  summary: "What the patient waits for, with the times offered to them.",
  method: "GET",
  path: "/api/waiting-list",
  gate: patient,
  query: listQuery,
  answer: ownListAnswer,
  refusals: {},
  run: ownWaitingList,
});

export const POST = route({
  operation: "joinWaitingList",
  summary: "Asks to hear of an earlier time than a visit's, or of any for a type of visit.",
  method: "POST",
  path: "/api/waiting-list",
  status: 201,
  gate: patient,
  body: joinRequest,
  answer: joinedAnswer,
  refusals: joinRefusals,
  limit: { name: "waiting-list", per: "session", points: 30, windowSeconds: 600 },
  run: joinWaitingList,
});

export const { PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET", "POST");
