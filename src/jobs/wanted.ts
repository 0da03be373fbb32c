import { createStore } from '../stores/create-store.ts';

/** Whether this tab has had a job. The tray's code loads with the first one. */
export const trayWanted = createStore(false);
