/** Where it is told that a change was taken back; takes the focus once it is there. */
export const undoneId = "change-undone";
