import { vi } from 'vitest';

/**
 * What jsdom lacks of a browser. It lays nothing out, so each of these is the least that a
 * component needs in order to go on; how things look and move is for the tests in a real browser.
 */
class Observer {
  observe() {}
  unobserve() {}
  disconnect() {}
  takeRecords() {
    return [];
  }
}

function mediaQuery(media: string) {
  return Object.assign(new EventTarget(), { matches: false, media, onchange: null });
}

// The wide layout and full motion: no query matches.
vi.stubGlobal('matchMedia', mediaQuery);
vi.stubGlobal('ResizeObserver', Observer);
vi.stubGlobal('IntersectionObserver', Observer);
vi.stubGlobal('scrollTo', () => {});
vi.stubGlobal('CSS', { escape: (text: string) => text.replace(/[^\w-]/g, String.raw`\$&`), supports: () => false });
Element.prototype.scrollIntoView = () => {};
Element.prototype.getAnimations = () => [];
Element.prototype.hasPointerCapture = () => false;
Element.prototype.setPointerCapture = () => {};
Element.prototype.releasePointerCapture = () => {};

// jsdom brings a Uint8Array of its own realm, and Node's TextEncoder and crypto make Node's:
// `instanceof` would not know the one for the other. Buffer's parent is Node's.
vi.stubGlobal('Uint8Array', Object.getPrototypeOf(Buffer));

// <search> is newer than jsdom, and React warns of elements that the browser calls unknown.
Object.defineProperty(HTMLUnknownElement.prototype, Symbol.toStringTag, {
  get(this: Element) {
    return this.localName === 'search' ? 'HTMLElement' : 'HTMLUnknownElement';
  },
});
