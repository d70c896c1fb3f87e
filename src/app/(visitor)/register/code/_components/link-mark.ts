/** What stands before a login link in the code page's address; a fragment is never sent to the server. */
export const LINK_MARK = "#link=";
