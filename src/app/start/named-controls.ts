/**
 * The fields, buttons and links in a part of the document by a name of their own: what the code calls them, or else what a
 * person reads. The same control has the same name in the startup frame and in the page. Refers to nothing outside of itself:
 * the build writes its source into the document.
 */
export function namedControls(container: ParentNode): Map<string, HTMLElement> {
  const controls = new Map<string, HTMLElement>();
  // The closed drawer is not in the frame.
  for (const control of container.querySelectorAll<HTMLElement>(':is(a[href], button, input, select, textarea):not(dialog *)')) {
    // React's ids (useId) differ from one rendering to the next, and the key that a button names from one platform to the next.
    const given = [control.getAttribute('name'), control.id, control.ariaLabel].find((text) => text && !text.startsWith('_'));
    let name = `${control.tagName} ${given ?? [...control.childNodes].map((node) => node.nodeName !== 'KBD' && node.textContent).join('')}`;
    while (controls.has(name)) name += '+'; // two buttons "Show password"
    controls.set(name, control);
  }
  return controls;
}
