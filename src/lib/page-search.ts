/** The values of a page's address; a name that stands twice has several. */
export type Search = Readonly<Record<string, string | string[] | undefined>>;

/** The same as Next hands it to a page. */
export type PageSearch = Promise<Search>;
