// JavaScript: the types of React forbid to re-export it whole.
import * as react from 'react';

export * from 'react';

/**
 * Takes the place of React's own while a frame is rendered. Rendering without a browser asks every store for its value on a
 * server; this app has no server rendering but the frames, whose stores are all at their beginning.
 *
 * @type {typeof react.useSyncExternalStore}
 */
export const useSyncExternalStore = (subscribe, getSnapshot) => react.useSyncExternalStore(subscribe, getSnapshot, getSnapshot);
