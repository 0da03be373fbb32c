/** The longest texts that the backend stores, in characters (`max_length` on the recorded stack, except `password`). */
export const limits = { personName: 150, email: 254, departmentName: 255, password: 1024 } as const;

/** The most that a list's `search` may ask for. The recorded stack has no bound, but each term is a scan of all rows. */
export const searchLimits = { characters: 200, terms: 10 } as const;
