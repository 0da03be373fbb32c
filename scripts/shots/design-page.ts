import { allScreens } from '../../tests/support/screens/all-screens.ts';
import { importScreens } from '../../tests/support/screens/import-screens.ts';
import { listScreens } from '../../tests/support/screens/list-screens.ts';
import { overlayScreens } from '../../tests/support/screens/overlay-screens.ts';
import { publicScreens } from '../../tests/support/screens/public-screens.ts';
import type { Screen } from '../../tests/support/screens/screen.ts';
import { fileOf, sizes, type Shot } from './shot.ts';

const chapters: readonly [string, readonly Screen[]][] = [
  ['For visitors', publicScreens],
  ['Signed in', listScreens],
  ['What opens over a page', overlayScreens],
  ['Import', importScreens],
];

/** The text of docs/design.md: what the look is made of, and every picture in a table. */
export function designPage(): string {
  return `# Every screen

${allScreens.length} screens and states at 1280 and 375 px, light and dark, made by \`npm run shots\` over the built app and the real server. The names, addresses and departments in them are the worst that people have: 150 letters without a space, an e-mail of 254 characters, emoji, right to left. The same screens go through axe in \`tests/e2e/accessibility\`.

- One neutral ramp and one accent, which is spent on the primary action, the focus and what is selected. Tokens: \`src/app/tokens.css\`.
- Hairlines instead of shadows; only what floats has a shadow. The table is the page, not a card in a card.
- Spacing by 4 px, text of 12, 14, 16, 20 and 24 px in the system's font, rows of 44 px.
- Dark is a theme of its own: surfaces are raised by lightness, the accent loses chroma.
- On phones: navigation in a drawer, rows stacked, dialogs as sheets, targets of 44 px.
${chapters.map(([title, screens]) => `\n## ${title}\n${table(screens)}`).join('')}`;
}

function table(screens: readonly Screen[]): string {
  const rows = screens.map((screen) => `| ${nameOf(screen)} | ${cells(screen).join(' | ')} |`);
  return `\n| Screen | 1280, light | 1280, dark | 375, light | 375, dark |\n|---|---|---|---|---|\n${rows.join('\n')}\n`;
}

function nameOf({ name }: Screen): string {
  const words = name.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function cells({ name, below }: Screen): string[] {
  const shots: readonly Pick<Shot, 'size' | 'scheme'>[] = [
    { size: 'desktop', scheme: 'light' },
    { size: 'desktop', scheme: 'dark' },
    { size: 'phone', scheme: 'light' },
    { size: 'phone', scheme: 'dark' },
  ];
  return shots.map((shot) => {
    if (below !== undefined && sizes[shot.size].width >= below) return '–';
    const file = `images/${fileOf({ screen: name, ...shot })}`;
    return `<a href="${file}"><img src="${file}" alt="" width="${shot.size === 'desktop' ? 320 : 120}"></a>`;
  });
}
