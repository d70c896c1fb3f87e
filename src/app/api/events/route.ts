import { listener, openEvents } from "@/features/messages/live/open-events";
import { eventRefusals } from "@/features/messages/refusals";
import { otherMethods, rawRoute } from "@/server/route";

export const GET = rawRoute({
  operation: "openEvents",
  summary: "A stream of what happens: changed, diary, resync, ended; goes on after Last-Event-ID",
  method: "GET",
  path: "/api/events",
  gate: listener,
  polling: true,
  raw: { answers: ["text/event-stream"] },
  refusals: eventRefusals,
  run: (services, actor, _, request) =>
    openEvents(services, actor, { lastEventId: request.headers.get("last-event-id") }),
  respond: (stream) =>
    new Response(stream, {
      headers: {
        "content-type": "text/event-stream; charset=utf-8",
        // no-transform: compression would hold events back.
        "cache-control": "no-store, no-transform",
        // Said to nginx and its kin: pass every event on as it comes.
        "x-accel-buffering": "no",
      },
    }),
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET");
