/** How long one query may take, in milliseconds; then the client gets a 503. The slowest search of 100,000 members takes a tenth. */
export const queryLimit = 5000;

/** How long a query waits for a connection or a lock, in milliseconds. */
export const waitLimit = 5000;

/** How many queries may wait for a connection. */
export const maxWaiting = 500;
