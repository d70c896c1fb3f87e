import { patientOrClinic } from "@/features/access/route-gates";
import { listThreads } from "@/features/messages/list-threads";
import { startThreadRefusals } from "@/features/messages/refusals";
import {
  MAX_MESSAGE_BYTES,
  newThreadBody,
  startedView,
  threadLines,
  threadsQuery,
} from "@/features/messages/schema";
import { startThread } from "@/features/messages/start-thread";
import { otherMethods, route } from "@/server/route";

export const GET = route({
  operation: "listThreads",
  summary: "The threads of a patient, or those the practice's side may see",
  method: "GET",
  path: "/api/threads",
  gate: patientOrClinic,
  query: threadsQuery,
  answer: threadLines,
  refusals: {},
  run: listThreads,
});

export const POST = route({
  operation: "startThread",
  summary: "Begin a thread with its first message",
  method: "POST",
  path: "/api/threads",
  status: 201,
  gate: patientOrClinic,
  body: newThreadBody,
  maxBodyBytes: MAX_MESSAGE_BYTES,
  limit: { name: "threads", per: "session", points: 10, windowSeconds: 600 },
  answer: startedView,
  refusals: startThreadRefusals,
  run: startThread,
});

export const { PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET", "POST");
