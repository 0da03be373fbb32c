/** What a shortcut of single characters does. */
export type ShortcutAction = 'shortcuts' | 'search' | 'overview' | 'departments' | 'members' | 'profile';

export interface Shortcut {
  /** The keys in their order, as `KeyboardEvent.key` has them. */
  keys: readonly [string] | readonly [string, string];
  action: ShortcutAction;
  label: string;
  /** Only where a company is managed. */
  admin?: boolean;
}

/** All of them, in the order of the list that "?" shows. */
export const shortcuts: readonly Shortcut[] = [
  { keys: ['?'], action: 'shortcuts', label: 'Show the keyboard shortcuts' },
  { keys: ['/'], action: 'search', label: 'Go to the search box of a list', admin: true },
  { keys: ['g', 'o'], action: 'overview', label: 'Go to Overview', admin: true },
  { keys: ['g', 'd'], action: 'departments', label: 'Go to Departments', admin: true },
  { keys: ['g', 't'], action: 'members', label: 'Go to Team members', admin: true },
  { keys: ['g', 'p'], action: 'profile', label: 'Go to Profile' },
];

/** One key of a sequence: what to do now, and the key that waits for its second. */
export interface KeyStep {
  action: ShortcutAction | null;
  pending: string | null;
}

/** Follows the keys pressed: `pending` is the first key of a shortcut of two, `key` the one that was pressed now. */
export function nextKey(pending: string | null, key: string): KeyStep {
  const done = shortcuts.find(({ keys }) => (keys.length === 1 ? keys[0] === key : keys[0] === pending && keys[1] === key));
  if (done) return { action: done.action, pending: null };
  return { action: null, pending: shortcuts.some(({ keys }) => keys.length === 2 && keys[0] === key) ? key : null };
}

const writable = 'input, textarea, select, [contenteditable]:not([contenteditable="false"]), [role="textbox"], [role="combobox"]';
const overlays = 'dialog[open], [role="dialog"], [role="alertdialog"], [role="menu"], [role="listbox"]';

/** Whether the focus is where characters are typed, or keys choose something: there no single character may act. */
export function isTyping(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest(writable) !== null;
}

/** Whether a dialog, a menu or a list lies over the page: keys are its own then. */
export function isOverlayOpen(): boolean {
  return document.querySelector(overlays) !== null;
}

/** Whether the modifier of shortcuts is ⌘ and not Ctrl. (`navigator.platform` is deprecated but the only one Safari has.) */
export function usesCommandKey(platform: string): boolean {
  return /mac|iphone|ipad/i.test(platform);
}
