import type { Try } from "./try";

const text = { subject: "Hello", body: "Hello", attachmentIds: [] };

/** Every place where a thread's or a file's id goes into a route, with somebody else's in it. */
export const messageTries: readonly Try[] = [
  {
    operation: "listThreads",
    as: "patient",
    sent: ({ patientId }) => ({ search: `patientId=${patientId}` }),
  },
  {
    operation: "startThread",
    as: "patient",
    sent: ({ patientId }) => ({ body: { ...text, patientId } }),
  },
  {
    operation: "startThread",
    as: "orthodontist",
    neighbourOnly: true,
    sent: ({ patientId }) => ({ body: { ...text, patientId } }),
  },
  {
    operation: "startThread",
    as: "patient",
    answer: "422 attachment_unknown",
    sent: ({ uploadId }) => ({ body: { ...text, attachmentIds: [uploadId] } }),
  },
  {
    operation: "startThread",
    as: "patient",
    answer: "422 about_unknown",
    sent: ({ appointmentId }) => ({
      body: { ...text, about: { kind: "visit", id: appointmentId } },
    }),
  },
  {
    operation: "searchThreads",
    as: "patient",
    sent: ({ patientId }) => ({ search: `q=tray&patientId=${patientId}` }),
  },
  { operation: "readThread", as: "patient", sent: ({ threadId: id }) => ({ params: { id } }) },
  {
    operation: "readThread",
    as: "orthodontist",
    neighbourOnly: true,
    sent: ({ threadId: id }) => ({ params: { id } }),
  },
  {
    operation: "sendMessage",
    as: "patient",
    sent: ({ threadId: id }) => ({ params: { id }, body: { body: "Hello" } }),
  },
  {
    operation: "sendMessage",
    as: "staff",
    neighbourOnly: true,
    sent: ({ threadId: id }) => ({ params: { id }, body: { body: "Hello" } }),
  },
  {
    operation: "markThreadRead",
    as: "patient",
    sent: ({ threadId: id }) => ({ params: { id }, body: {} }),
  },
  {
    operation: "markThreadRead",
    as: "orthodontist",
    neighbourOnly: true,
    sent: ({ threadId: id }) => ({ params: { id }, body: {} }),
  },
  ...(
    [
      ["closeThread", { upTo: 1 }],
      ["reopenThread", {}],
      ["assignThread", { personId: null, seen: null }],
      ["snoozeThread", { until: "tomorrow" }],
      ["shareThread", { withStaff: false }],
    ] as const
  ).map(
    ([operation, body]): Try => ({
      operation,
      as: operation === "shareThread" ? "orthodontist" : "staff",
      neighbourOnly: true,
      sent: ({ threadId: id }) => ({ params: { id }, body }),
    }),
  ),
  {
    operation: "listTemplates",
    as: "staff",
    neighbourOnly: true,
    sent: ({ threadId }) => ({ search: `threadId=${threadId}` }),
  },
  {
    operation: "changeTemplate",
    as: "admin",
    sent: ({ templateId: id }) => ({
      params: { id },
      body: { name: "Not ours", body: "Not ours.", seen: "0" },
    }),
  },
  {
    operation: "archiveTemplate",
    as: "staff",
    sent: ({ templateId: id }) => ({ params: { id }, body: { seen: "0" } }),
  },
  {
    operation: "setAbsence",
    as: "admin",
    neighbourOnly: true,
    sent: ({ practitionerId }) => ({
      body: {
        practitionerId,
        fromOn: "2090-03-02",
        untilOn: "2090-03-04",
        coveredByPersonId: null,
        replyWords: "",
      },
    }),
  },
  {
    operation: "endAbsence",
    as: "orthodontist",
    neighbourOnly: true,
    sent: ({ practitionerId: id }) => ({ params: { id }, body: {} }),
  },
  {
    operation: "saveDraft",
    as: "patient",
    sent: ({ threadId }) => ({ body: { threadId, body: "Hello" } }),
  },
  {
    operation: "saveDraft",
    as: "patient",
    sent: ({ patientId }) => ({ body: { patientId, body: "Hello" } }),
  },
  {
    operation: "saveDraft",
    as: "orthodontist",
    neighbourOnly: true,
    sent: ({ patientId }) => ({ body: { patientId, body: "Hello" } }),
  },
  {
    operation: "storeUpload",
    as: "patient",
    sent: ({ patientId }) => ({
      search: `patientId=${patientId}`,
      raw: "x",
      headers: { "content-type": "image/png", "x-file-name": "a.png" },
    }),
  },
  {
    operation: "storeUpload",
    as: "staff",
    neighbourOnly: true,
    sent: ({ patientId }) => ({
      search: `patientId=${patientId}`,
      raw: "x",
      headers: { "content-type": "image/png", "x-file-name": "a.png" },
    }),
  },
  { operation: "viewUpload", as: "patient", sent: ({ uploadId: id }) => ({ params: { id } }) },
  {
    operation: "viewUpload",
    as: "patient",
    sent: ({ uploadId: id, patientId }) => ({ params: { id }, search: `patientId=${patientId}` }),
  },
  {
    operation: "viewScanStill",
    as: "orthodontist",
    sent: ({ uploadId: id }) => ({ params: { id } }),
  },
  // Even within the practice: what hangs on no message yet is its uploader's alone.
  { operation: "viewUpload", as: "orthodontist", sent: ({ uploadId: id }) => ({ params: { id } }) },
];
