/** On which the tabs of a browser tell each other that the session was used, or begun again (R18). */
export const sessionChannel = "archway-session";
