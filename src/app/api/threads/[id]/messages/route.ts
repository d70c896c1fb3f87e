import { patientOrClinic } from "@/features/access/route-gates";
import { readConversation } from "@/features/messages/read-conversation";
import { sendRefusals, threadRefusals } from "@/features/messages/refusals";
import {
  conversationView,
  MAX_MESSAGE_BYTES,
  messagesQuery,
  messageView,
  newMessageBody,
  threadParams,
} from "@/features/messages/schema";
import { sendMessage } from "@/features/messages/send-message";
import { otherMethods, route } from "@/server/route";

export const GET = route({
  operation: "readThread",
  summary: "A thread with its 50 newest messages, or the 50 before a cursor",
  method: "GET",
  path: "/api/threads/{id}/messages",
  gate: patientOrClinic,
  params: threadParams,
  query: messagesQuery,
  answer: conversationView,
  refusals: threadRefusals,
  run: readConversation,
});

export const POST = route({
  operation: "sendMessage",
  summary: "Send a message into a thread",
  method: "POST",
  path: "/api/threads/{id}/messages",
  status: 201,
  gate: patientOrClinic,
  params: threadParams,
  body: newMessageBody,
  maxBodyBytes: MAX_MESSAGE_BYTES,
  limit: { name: "messages", per: "session", points: 60, windowSeconds: 60 },
  answer: messageView,
  refusals: sendRefusals,
  run: sendMessage,
});

export const { PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET", "POST");
