import { listener, openEvents } from "@/features/messages/live/open-events";
import { eventRefusals } from "@/features/messages/refusals";
import { otherMethods, rawRoute } from "@/server/route";

export const GET = rawRoute({
  operation: "openEvents",
  summary: "A stream of what happens in threads: changed, resync, ended",
  method: "GET",
  path: "/api/events",
  gate: listener,
  polling: true,
  raw: { answers: ["text/event-stream"] },
  refusals: eventRefusals,
  run: (services, actor) => openEvents(services, actor),
  respond: (stream) =>
    new Response(stream, {
      headers: {
        "content-type": "text/event-stream; charset=utf-8",
        // no-transform: compression would hold events back.
        "cache-control": "no-store, no-transform",
        "x-accel-buffering": "no",
      },
    }),
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET");
