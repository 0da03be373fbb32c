import { createContext } from 'react';

/** What an error page calls before it shows its page again. */
export const BeforeRetry = createContext<() => void>(() => undefined);
