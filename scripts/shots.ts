/** `npm run shots`: pictures of every screen in every state, and docs/design.md that shows them. */
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { chromium, type Page } from '@playwright/test';
import { startApp } from '../tests/support/app.ts';
import { createAwkwardCompany, type AwkwardCompany } from '../tests/support/awkward-company.ts';
import { chromeArguments, ensureChrome } from '../tests/support/chrome.ts';
import { allScreens } from '../tests/support/screens/all-screens.ts';
import { show, switchScheme, type Screen } from '../tests/support/screens/screen.ts';
import { Visits } from '../tests/support/screens/visits.ts';
import { buildIfStale } from './build-if-stale.ts';
import { designPage } from './shots/design-page.ts';
import { fileOf, sizes, type Shot } from './shots/shot.ts';

const folder = 'docs/images';

/** Names as arguments take the pictures of those screens alone. */
const asked = process.argv.slice(2);
const wanted = asked.length === 0 ? allScreens : allScreens.filter(({ name }) => asked.includes(name));

buildIfStale();
mkdirSync(folder, { recursive: true });
if (asked.length === 0) for (const file of readdirSync(folder)) if (file.endsWith('.webp')) rmSync(`${folder}/${file}`);

const app = await startApp();
const browser = await chromium.launch({ executablePath: ensureChrome(), args: chromeArguments });
const canvas = await browser.newPage();
try {
  const company = await createAwkwardCompany(app);
  const visits = new Visits(browser, app.url, company);
  for (const screen of wanted) await picture(visits, screen, company);
  await coverPicture(visits, company);
} finally {
  await browser.close();
  await app.remove();
}
writeFileSync('docs/design.md', designPage());

async function picture(visits: Visits, screen: Screen, company: AwkwardCompany): Promise<void> {
  for (const [size, viewport] of Object.entries(sizes)) {
    if (screen.below !== undefined && viewport.width >= screen.below) continue;
    const context = await visits.open(screen.as, { viewport, hasTouch: size === 'phone' });
    const page = await context.newPage();
    await show(page, screen, company);
    // What has just been opened is see-through for its first frames, however little motion is asked for.
    await page.waitForTimeout(500);
    for (const scheme of ['light', 'dark'] as const) {
      await switchScheme(page, scheme);
      writeFileSync(`${folder}/${fileOf({ screen: screen.name, size, scheme } as Shot)}`, await webp(page)); // the keys of `sizes`
    }
    await context.close();
  }
  console.log(screen.name);
}

/**
 * A picture of the window as WebP, a third of PNG's size here. Drawn by a page of its own: the browser's own capture of
 * that format sends a resize, at which lists and menus close.
 */
async function webp(page: Page): Promise<Buffer> {
  const png = (await page.screenshot({ animations: 'disabled' })).toString('base64');
  const drawn = await canvas.evaluate(async (data) => {
    const image = new Image();
    image.src = `data:image/png;base64,${data}`;
    await image.decode();
    const surface = Object.assign(document.createElement('canvas'), { width: image.width, height: image.height });
    surface.getContext('2d')?.drawImage(image, 0, 0);
    return surface.toDataURL('image/webp', 0.5);
  }, png);
  return Buffer.from(drawn.slice(drawn.indexOf(',') + 1), 'base64');
}

/** The README's picture. */
async function coverPicture(visits: Visits, company: AwkwardCompany): Promise<void> {
  const screen = allScreens.find(({ name }) => name === 'team-members');
  if (!screen) return;
  const context = await visits.open('admin', { viewport: sizes.desktop });
  const page = await context.newPage();
  await show(page, { ...screen, path: '/teams?ordering=-created_at' }, company);
  await page.screenshot({ path: `${folder}/team-members.png` });
  await context.close();
}
