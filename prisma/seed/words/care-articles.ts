export interface CareWords {
  readonly key: string;
  readonly title: string;
  readonly topic: string;
  readonly body: string;
}

/** Guidance for patients, in the practice's own words (R26). */
export const careArticles: readonly CareWords[] = [
  {
    key: "first-days",
    title: "The first days with a new aligner",
    topic: "wearing",
    body: "A new aligner presses for a day or two. That is the treatment at work.\n\nChange in the evening, so that the first hours pass while you sleep. Bite on a chewie for ten minutes, morning and evening, until the aligner sits flush.\n\nWrite to us when it still does not sit after two days.",
  },
  {
    key: "wear-time",
    title: "Twenty-two hours a day",
    topic: "wearing",
    body: "Teeth move only while something holds them. Wear your aligners day and night, and take them out to eat, to drink anything but water, and to brush.\n\nIf you missed some hours, wear the present aligner longer before you change. Ask us when it was more than a day.",
  },
  {
    key: "cleaning",
    title: "Cleaning your aligners",
    topic: "cleaning",
    body: "Rinse them with lukewarm water each time you take them out. Once a day, brush them with a soft brush and a little clear soap.\n\nHot water bends them, and toothpaste makes them dull.",
  },
  {
    key: "eating",
    title: "Eating and drinking",
    topic: "daily life",
    body: "Take the aligners out for every meal and put them into their case, not into a napkin.\n\nBrush or at least rinse before they go back in. Cold water is the one drink you can have with them.",
  },
  {
    key: "attachments",
    title: "Attachments: the small bumps on your teeth",
    topic: "wearing",
    body: "Attachments give the aligner something to hold. They have the colour of your teeth and come off at the end of treatment.\n\nWhen one comes off early, keep wearing the aligner and tell us. It can usually wait until your next visit.",
  },
  {
    key: "lost",
    title: "An aligner is lost or broken",
    topic: "problems",
    body: "Report it under Treatment: which stage, which day, and a photo if it is cracked. You see at once what your orthodontist has laid down for you.\n\nKeep your former aligners for this very case.",
  },
  {
    key: "sore-spots",
    title: "Sore spots",
    topic: "problems",
    body: "An edge that rubs can be smoothed with the fine nail file from your kit. Take away little, and try again.\n\nWrite to us when a spot has not healed after three days.",
  },
  {
    key: "travelling",
    title: "Travelling",
    topic: "daily life",
    body: "Take your present aligner, the one before and the one after. Keep them in your hand luggage.\n\nTell us before a journey of more than two weeks, so that we can give you the next stages.",
  },
  {
    key: "sports-music",
    title: "Sports and music",
    topic: "daily life",
    body: "Wear a mouthguard without aligners for contact sports, and put the aligners back afterwards.\n\nWind instruments can be played with or without them. Most people get used to it within a week.",
  },
  {
    key: "retainers",
    title: "After the last aligner: retainers",
    topic: "retention",
    body: "Teeth like to wander back. A retainer holds them where they are.\n\nWear it as your orthodontist has told you, at first every night. Bring it to each visit.",
  },
];
