import { expect, it } from "vitest";
import { sendMessage } from "@/features/messages/send-message";
import { sweepAllUploads, sweepUploads } from "@/features/uploads/sweep-uploads";
import { openWorld } from "../../support/world";
import { begin, makeCast } from "../messages/thread-world";
import { jpeg, stored, traces, view } from "./upload-world";

const world = await openWorld();
const { patient, doctor } = await makeCast(world);
const other = await makeCast(world);

it("S15: what hangs on nothing after an hour is swept away, what hangs on a message stays", async () => {
  const { practice: place, patient: author } = other;
  const thread = await begin(world, author);
  const [kept, left] = [await stored(world, author), await stored(world, author)];
  await sendMessage(await world.services(), author, {
    id: thread,
    body: "",
    attachmentIds: [kept.id],
  });
  expect(await sweepUploads(await world.services(), place.id)).toBe(0);
  await world.advance("PT61M");
  expect(await sweepUploads(await world.services(), place.id)).toBe(1);
  expect(await view(world, author, left.id)).toBeNull();
  expect(await view(world, author, kept.id)).not.toBeNull();
  expect((await traces(world, place.id)).files.join()).not.toContain(left.id);
  const elsewhere = await stored(
    world,
    doctor,
    jpeg().then((sent) => ({ ...sent, patientId: patient.patientId })),
  );
  await world.advance("PT61M");
  expect(await sweepAllUploads(await world.services())).toBeGreaterThan(0);
  expect(await view(world, doctor, elsewhere.id)).toBeNull();
  expect(await view(world, author, kept.id)).not.toBeNull();
});
