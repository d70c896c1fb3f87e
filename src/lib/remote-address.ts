/** Carries the socket's other end from our server to the handlers; whatever a client sends under it is overwritten. */
export const remoteAddressHeader = "x-archway-remote-address";
