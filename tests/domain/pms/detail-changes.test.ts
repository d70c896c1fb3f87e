import { describe, expect, it } from "vitest";
import { type DetailChange, decideDetail } from "@/domain/pms/detail-changes";

const town = (befores: (string | null)[], after: string | null): DetailChange => ({
  field: "town",
  befores,
  after,
});
const phone = (befores: (string | null)[], after: string | null): DetailChange => ({
  field: "homePhone",
  befores,
  after,
});

describe("R50: a change goes over what it knew of, and over nothing else", () => {
  it.each([
    ["nothing there yet", town([null], "Umea"), null, "write"],
    ["as it was here", town(["Lund"], "Umea"), "Lund", "write"],
    ["as it was here, written otherwise", town(["Lund"], "Umea"), " LUND ", "write"],
    ["there already", town(["Lund"], "Umea"), "Umea", "same"],
    ["changed there too", town(["Lund"], "Umea"), "Visby", "differs"],
    ["there, and here it was nothing", town([null], "Umea"), "Visby", "differs"],
    ["taken away here, as it was there", town(["Lund"], null), "Lund", "write"],
    ["taken away on both sides", town(["Lund"], null), null, "same"],
    ["taken away here, changed there", town(["Lund"], null), "Visby", "differs"],
    ["an earlier change that arrived meanwhile", town(["Lund", "Visby"], "Umea"), "Visby", "write"],
    ["a number without its country", phone(["+4930901820"], "+4930901821"), "030 901820", "write"],
    ["the new number without its country", phone([null], "+4930901820"), "030/901820", "same"],
    ["another number", phone(["+4930901820"], "+4930901821"), "030 555000", "differs"],
  ] as const)("%s", (_, change, theirs, verdict) => {
    expect(decideDetail(change, theirs)).toBe(verdict);
  });
});
