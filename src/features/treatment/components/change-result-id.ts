/** Where the result of a change is told; takes the focus once it is there. */
export const changeResultId = "change-result";
