/** Thrown when something cannot be done now, although the same request may succeed soon. Clients get a 503. */
export class Unavailable extends Error {}

/** Thrown for work that was dropped because the client has closed the connection. */
export class ClientGone extends Error {}
