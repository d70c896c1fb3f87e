/** Who speaks in a demo conversation: the patient (or guardian), the orthodontist, the desk. */
export type Speaker = "p" | "o" | "s";

export interface Conversation {
  readonly subject: string;
  /** The third part says that a photo hangs on the message. */
  readonly lines: readonly (readonly [Speaker, string, "photo"?])[];
}

export const conversations: readonly Conversation[] = [
  {
    subject: "New aligner feels tight",
    lines: [
      [
        "p",
        "I changed to the next aligner last night and it is quite tight on the upper left. Is that how it should be?",
      ],
      [
        "o",
        "Yes, that is the first day or two of every new stage. Use the chewies for ten minutes, morning and evening.",
      ],
      ["p", "Thank you, I will."],
      ["p", "Two days later: much better already."],
      ["o", "Good to hear. Carry on as planned."],
    ],
  },
  {
    subject: "Holiday in July",
    lines: [
      ["p", "We are away for three weeks in July. Can I take the next two aligners with me?"],
      ["s", "Of course. We have put them aside for you; collect them any day before you leave."],
      ["p", "Perfect, I will come by on Thursday."],
    ],
  },
  {
    subject: "Attachment came off",
    lines: [
      [
        "p",
        "One of the small bumps came off while I was eating, the one on the lower right.",
        "photo",
      ],
      [
        "o",
        "Thank you for telling me. Keep wearing the aligner. We will put it back at your next visit, there is no need to come earlier.",
      ],
    ],
  },
  {
    subject: "Sore spot on my tongue",
    lines: [
      ["p", "The edge at the back of the lower aligner rubs. Can I file it?"],
      [
        "o",
        "You may smooth it with the nail file from your kit, only the edge and only a little. Send me a photo if it still rubs tomorrow.",
      ],
      ["p", "Filed it, and it is fine now. Thank you."],
    ],
  },
  {
    subject: "Cleaning tablets",
    lines: [
      ["p", "Which cleaning tablets do you recommend? Mine leave a taste."],
      [
        "s",
        "Any without colour will do. Many people are happy with lukewarm water and a soft brush alone.",
      ],
    ],
  },
  {
    subject: "Forgot to wear them yesterday",
    lines: [
      ["p", "I left my aligners at a friend's and had them out for a whole day. Do I go back one?"],
      [
        "o",
        "No. Put the present one back in and wear it two days longer than planned. Then change as usual.",
      ],
      ["p", "Done. Sorry about that."],
      ["o", "It happens. You are well on your way."],
    ],
  },
  {
    subject: "Photo check-in",
    lines: [
      [
        "o",
        "Your photos look fine. The upper front teeth follow well. You can go on to the next stage.",
      ],
      ["p", "Wonderful, thank you."],
    ],
  },
  {
    subject: "Certificate for school",
    lines: [
      ["p", "Could I have a note for school for the visit on Monday?"],
      ["s", "It is at the desk for you, or we can send it by post. Which do you prefer?"],
      ["p", "I will pick it up."],
    ],
  },
  {
    subject: "How long until the refinement?",
    lines: [
      ["p", "I finished my last aligner. How long does it take until the next ones are here?"],
      [
        "o",
        "About three weeks from the scan. Until then wear the last aligner at night, and during the day as much as you can.",
      ],
      ["p", "Understood."],
    ],
  },
  {
    subject: "Sports mouthguard",
    lines: [
      ["p", "I play hockey twice a week. Do I wear the aligners under the mouthguard?"],
      [
        "o",
        "Take them out, wear the mouthguard alone, and put the aligners back right after. Keep the case in your sports bag.",
      ],
    ],
  },
  {
    subject: "Whistling when I speak",
    lines: [
      ["p", "Since the new series I whistle a little on the letter s. Does that go away?"],
      [
        "o",
        "It does, for nearly everybody within a week. Reading aloud for ten minutes a day helps.",
      ],
      ["p", "Reading bedtime stories then. My daughter is pleased."],
    ],
  },
  {
    subject: "Retainer at night",
    lines: [
      ["p", "Is it every night from now on?"],
      ["o", "Every night for the first year. After that we look at it together."],
    ],
  },
];

/** A question that nobody has answered yet. */
export const openQuestions: readonly Conversation[] = [
  {
    subject: "Small gap at the front",
    lines: [
      [
        "p",
        "There is a small gap between the aligner and one front tooth, about a millimetre. Should I wait with the next one?",
        "photo",
      ],
    ],
  },
  {
    subject: "Can I move on earlier?",
    lines: [["p", "The present aligner has been loose for days. May I change two days early?"]],
  },
  {
    subject: "Lost the case",
    lines: [["p", "I lost the box for my aligners. Can I get another one at the desk?"]],
  },
  {
    subject: "Red gums",
    lines: [
      ["p", "My gums are a little red behind the lower front teeth since the weekend.", "photo"],
      ["o", "Brush there gently, twice a day, and rinse with salt water. Does it bleed?"],
      ["p", "Only when I brush, and less than on Sunday."],
    ],
  },
];

/** An answer the patient has not read yet. */
export const unreadAnswer: Conversation = {
  subject: "Next visit",
  lines: [
    ["p", "Do I need to bring all my old aligners to the next visit?"],
    ["o", "Only the last two. We look at how they fit and then plan the rest together."],
  ],
};

export const templates: readonly (readonly [name: string, body: string])[] = [
  [
    "New aligner is tight",
    "That is normal for the first two days of a new stage. Use the chewies for ten minutes, morning and evening.",
  ],
  [
    "Attachment lost",
    "Hello {patient's first name}, thank you for telling us. Keep wearing the aligner; we put the attachment back at your next visit: {next visit}.",
  ],
  ["Bring to the visit", "Bring your present and your last aligners, and the case."],
  [
    "We call you back",
    "We have read your message and call you today. You reach us at {practice phone}.\n\n{my name}, {practice}",
  ],
];

/** One orthodontist's own. */
export const ownTemplate: readonly [name: string, body: string] = [
  "Photos are fine",
  "Thank you, {patient's first name}. I have looked at your photos and I am content. Go on as planned.",
];
