import type { Plugin } from 'vite';

/**
 * react-aria's usePress adds a `<style>` of this id at run time, unless the page has one already.
 * Standing in the document from the start it gets its hash into the CSP like every inline style,
 * and no style is ever injected.
 */
export function pressableStyle(): Plugin {
  return {
    name: 'pressable-style',
    transformIndexHtml: () => [
      {
        tag: 'style',
        attrs: { id: 'react-aria-pressable-style' },
        children: '@layer{[data-react-aria-pressable]{touch-action:pan-x pan-y pinch-zoom}}',
        injectTo: 'head',
      },
    ],
  };
}
