/** The action of a character-key shortcut. */
export type ShortcutAction = 'shortcuts' | 'search' | 'overview' | 'departments' | 'members' | 'profile';

export interface Shortcut {
  /** The keys in order, as `keyOf` returns them. */
  keys: readonly [string] | readonly [string, string];
  action: ShortcutAction;
  label: string;
  /** Only for admins. */
  admin?: boolean;
}

/** All shortcuts, in the order of the list that "?" opens. */
export const shortcuts: readonly Shortcut[] = [
  { keys: ['?'], action: 'shortcuts', label: 'Show the keyboard shortcuts' },
  { keys: ['/'], action: 'search', label: 'Go to the search box of a list', admin: true },
  { keys: ['g', 'o'], action: 'overview', label: 'Go to Overview', admin: true },
  { keys: ['g', 'd'], action: 'departments', label: 'Go to Departments', admin: true },
  { keys: ['g', 't'], action: 'members', label: 'Go to Team members', admin: true },
  { keys: ['g', 'p'], action: 'profile', label: 'Go to Profile' },
];

// The Arabic question mark is no letter, and some keys of Indic layouts are marks.
const nonLatin = /^(?:(?!\p{Script=Latin})[\p{L}\p{M}]|\u061F)$/u;

/**
 * The character of a key press. Caps Lock makes no difference, and on a layout without Latin letters (Cyrillic, Greek, Hebrew,
 * Arabic, …) it is the character at the key's place on a US keyboard.
 */
export function keyOf({ key, code, shiftKey }: Pick<KeyboardEvent, 'key' | 'code' | 'shiftKey'>): string {
  const character = nonLatin.test(key) ? (onUsKeyboard(code, shiftKey) ?? key) : key;
  return shiftKey ? character : character.toLowerCase();
}

function onUsKeyboard(code: string, shiftKey: boolean): string | undefined {
  return code === 'Slash' ? (shiftKey ? '?' : '/') : /^Key(.)$/.exec(code)?.[1];
}

/** The result of a key: the action to run, and the first key of a sequence that is still incomplete. */
export interface KeyStep {
  action: ShortcutAction | null;
  pending: string | null;
}

/** Handles a key. `pending` is the first key of an incomplete sequence, `key` the key pressed now. */
export function nextKey(pending: string | null, key: string): KeyStep {
  const done = shortcuts.find(({ keys }) => (keys.length === 1 ? keys[0] === key : keys[0] === pending && keys[1] === key));
  if (done) return { action: done.action, pending: null };
  return { action: null, pending: shortcuts.some(({ keys }) => keys.length === 2 && keys[0] === key) ? key : null };
}

const writable = 'input, textarea, select, [contenteditable]:not([contenteditable="false"]), [role="textbox"], [role="combobox"]';
const overlays = 'dialog[open], [role="dialog"], [role="alertdialog"], [role="menu"], [role="listbox"]';

/** Whether the target takes text or uses keys to choose: character-key shortcuts are off there. */
export function isTyping(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest(writable) !== null;
}

/** Whether a dialog, a menu or a list is open over the page: it then handles the keys. */
export function isOverlayOpen(): boolean {
  return document.querySelector(overlays) !== null;
}

/** Whether shortcuts use ⌘ instead of Ctrl. (`navigator.platform` is deprecated, but Safari has no alternative.) */
export function usesCommandKey(platform: string): boolean {
  return /mac|iphone|ipad/i.test(platform);
}
