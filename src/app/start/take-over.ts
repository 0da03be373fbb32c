import { namedControls } from './named-controls.ts';

/*
 * The document paints the beginning of its page before any script has come (build/frame/): what people do in it must not
 * be lost when the real page takes its place.
 */

/**
 * Puts the real page, which has just been rendered into #root, in the place of the frame: takes over what was typed, the
 * focus and the selection, and does what was pressed. Where there is no frame (any more) it does nothing.
 */
export function takeOverFrame(): void {
  const frame = document.getElementById('frame');
  const root = document.getElementById('root');
  if (!frame || !root) return;
  const page = namedControls(root);
  // A control's name begins with its tag.
  const twinOf = <Kind extends HTMLElement>(control: Kind) => page.get(control.dataset['control'] ?? '') as Kind | undefined;
  for (const from of frame.querySelectorAll<HTMLInputElement>('input:not([type=radio], [type=checkbox]), textarea')) {
    const to = twinOf(from);
    if (!to) continue;
    // The system's dialog, opened from the frame, may still be open: its choice goes to the input that opened it.
    from.addEventListener('change', () => from.files && choose(to, from.files));
    if (from.files?.length) choose(to, from.files);
    else if (from.value !== to.value) type(to, from.value);
  }
  const focused = document.activeElement;
  // The frame's skeleton has been waited for already: the page's does not begin its wait anew.
  for (const animation of document.getAnimations?.() ?? []) animation.currentTime = performance.now();
  const { pressed, held } = frame.dataset;
  frame.remove();
  if (focused instanceof HTMLElement) focus(focused, twinOf(focused));
  if (pressed) page.get(pressed)?.click();
  if (held) finishPress(page.get(held));
}

/** A press that began on the frame's button ends on the page's: the browser makes no click of two elements. */
function finishPress(button: HTMLElement | undefined): void {
  const end = ({ target }: Event) => {
    if (button && target instanceof Node && button.contains(target)) button.click();
  };
  window.addEventListener('pointerup', end, { once: true });
  // The finger went on to scroll: a press that is no more.
  window.addEventListener('pointercancel', () => window.removeEventListener('pointerup', end), { once: true });
}

/** Sets a value as typing does. React overrides `value` on each of its inputs and takes no notice of one that is set there. */
function type(input: HTMLInputElement, value: string): void {
  const prototype: unknown = Object.getPrototypeOf(input);
  Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(input, value);
  input.dispatchEvent(new Event('input', { bubbles: true }));
}

/** Hands over the files that were chosen, as choosing them does. */
function choose(input: HTMLInputElement, files: FileList): void {
  input.files = files;
  input.dispatchEvent(new Event('change', { bubbles: true }));
}

function focus(from: Element | null, to: HTMLElement | undefined): void {
  to?.focus({ preventScroll: true });
  // An e-mail field tells nothing of its selection: there the caret goes to the end.
  if (from instanceof HTMLInputElement && to instanceof HTMLInputElement && from.selectionStart !== null) {
    to.setSelectionRange(from.selectionStart, from.selectionEnd, from.selectionDirection ?? undefined);
  }
}
