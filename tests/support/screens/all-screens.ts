import { companyScreens } from './company-screens.ts';
import { importScreens } from './import-screens.ts';
import { listScreens } from './list-screens.ts';
import { overlayScreens } from './overlay-screens.ts';
import { publicScreens } from './public-screens.ts';
import type { Screen } from './screen.ts';

/** Every screen in every state. */
export const allScreens: readonly Screen[] = [...publicScreens, ...listScreens, ...overlayScreens, ...companyScreens, ...importScreens];
