import { allScreens } from '../../tests/support/screens/all-screens.ts';
import type { Screen } from '../../tests/support/screens/screen.ts';
import { fileOf, sizes, variants } from './shot.ts';

/**
 * The page that shows the pictures, one row per screen.
 *
 * @param taken the names of the picture files next to the page; screens without any are left out
 */
export function gallery(taken: ReadonlySet<string>): string {
  const rows = allScreens.map((screen) => row(screen, taken)).join('');
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Screens</title>
<style>
  body { margin: 2rem; font: 1rem/1.5 system-ui; color: #222; background: #ddd }
  section div { display: flex; gap: 1rem; align-items: start; overflow-x: auto }
  img { display: block; height: 25rem }
</style>
<h1>Screens</h1>
${rows}</html>
`;
}

function row({ name }: Screen, taken: ReadonlySet<string>): string {
  const pictures = variants
    .map((variant) => ({ ...variant, file: fileOf({ screen: name, ...variant }) }))
    .filter(({ file }) => taken.has(file))
    .map(({ size, scheme, file }) => `<a href="${file}"><img src="${file}" alt="${name}, ${sizes[size].width} px, ${scheme}" loading="lazy"></a>`);
  return pictures.length === 0 ? '' : `<section><h2>${name}</h2><div>${pictures.join('')}</div></section>\n`;
}
