/**
 * Who plays in which story: stories run beside each other, so nobody plays in two that change something. Login names
 * of the first demo practice.
 */
export const cast = {
  logsIn: "rohan.larkspur",
  mistypes: "anton.nyberg",
  locksOut: "chloe.falk",
  forgetsPassword: "selma.farrow",
  changesAligner: "julia.holm",
  changesAlignerByKeys: "aron.underhill",
  guardian: "tilda.birch",
  invitesGuardians: "beth.carrow",
  books: "sofia.novak",
  races: ["malik.larkspur", "rasmus.sandoval"],
  booksByKeys: "asa.oberg-sjostrom",
  writes: "dalia.appleyard",
  writesOffline: "hannah.bergstrand",
  logsInByKeys: "bo.li",
  logsInOffline: "zoe.bronsted",
  looksAtPages: "rosa.karimi",
  changesEmail: "lucia.stonebridge",
  changesMobile: "viktor.thornbury",
  changesPassword: "peter.bellweather",
  changesDetails: "nathan.castellan",
  stepsAway: "mira.winterbourne",
  orthodontist: "ingrid.halloran",
  orthodontistWhoAnswers: "tomas.okafor-lind",
  staff: "jonas.pike",
  staffAtTelephone: "maren.ellwood",
  staffWhoRepairs: "salma.idris",
  admin: "gwen.tolliver",
} as const;
