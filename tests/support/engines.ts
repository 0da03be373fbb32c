import { findProgram, installPackages } from './programs.ts';

/** The engines that part of the browser tests run in besides Chromium. */
export type Engine = 'Firefox' | 'WebKit';

const packages: Record<Engine, string[]> = { Firefox: ['firefox-esr'], WebKit: ['webkit2gtk-driver', 'xvfb'] };

/** Finds an installed Firefox, by preference the long-lived one that Debian has. */
export const findFirefox = () => findProgram('firefox-esr', 'firefox');

/** Whether WebKitGTK can be driven here: its driver brings a small browser, and Xvfb a screen. */
export const hasWebKit = () => findProgram('WebKitWebDriver') !== null && findProgram('Xvfb') !== null;

const isPresent = (engine: Engine) => (engine === 'Firefox' ? findFirefox() !== null : hasWebKit());

/**
 * Installs the engines that are missing, where that is possible.
 *
 * @returns those that are still missing
 */
export function installEngines(): Engine[] {
  const missing = () => (['Firefox', 'WebKit'] as const).filter((engine) => !isPresent(engine));
  if (missing().length > 0) installPackages(...missing().flatMap((engine) => packages[engine]));
  return missing();
}
