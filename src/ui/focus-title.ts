/** Moves the focus to the page's heading if it was on something that has gone, such as a button that did its work. */
export function focusTitleIfLost(): void {
  if (document.activeElement === document.body) document.getElementById('page-title')?.focus();
}
