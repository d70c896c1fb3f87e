/** Days for which a decision about the plan is told as news. */
export const NEWS_DAYS = 14;
