/**
 * `npm run shots`: takes pictures of every screen in every state, in the folder `shots`, with a page to view them. With names of
 * screens as arguments, only of those. `--docs` also replaces the pictures in docs/images.
 */
import { copyFileSync, existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { chromium, type Page } from '@playwright/test';
import { startApp } from '../tests/support/app.ts';
import { createAwkwardCompany, type AwkwardCompany } from '../tests/support/awkward-company.ts';
import { chromeArguments, ensureChrome } from '../tests/support/chrome.ts';
import { allScreens } from '../tests/support/screens/all-screens.ts';
import { show, switchScheme, type Screen } from '../tests/support/screens/screen.ts';
import { Visits } from '../tests/support/screens/visits.ts';
import { buildIfStale } from './build-if-stale.ts';
import { gallery } from './shots/gallery.ts';
import { fileOf, sizes, variants } from './shots/shot.ts';

const folder = 'shots';
const kept = 'docs/images';

const options = process.argv.slice(2);
const asked = options.filter((option) => option !== '--docs');
const unknown = asked.filter((name) => !allScreens.some((screen) => screen.name === name));
if (unknown.length > 0) {
  console.error(`There is no screen ${unknown.join(', ')}; there are ${allScreens.map(({ name }) => name).join(', ')}.`);
  process.exit(2);
}
const wanted = asked.length === 0 ? allScreens : allScreens.filter(({ name }) => asked.includes(name));

buildIfStale();
mkdirSync(folder, { recursive: true });

const app = await startApp();
const browser = await chromium.launch({ executablePath: ensureChrome(), args: chromeArguments });
const canvas = await browser.newPage();
try {
  const company = await createAwkwardCompany(app);
  const visits = new Visits(browser, app.url, company);
  for (const screen of wanted) await picture(visits, screen, company);
} finally {
  await browser.close();
  await app.remove();
}
writeFileSync(`${folder}/index.html`, gallery(new Set(readdirSync(folder))));
if (options.includes('--docs')) for (const file of readdirSync(kept)) if (existsSync(`${folder}/${file}`)) copyFileSync(`${folder}/${file}`, `${kept}/${file}`);
console.log(`To view them: ${folder}/index.html`);

async function picture(visits: Visits, screen: Screen, company: AwkwardCompany): Promise<void> {
  for (const size of ['desktop', 'phone'] as const) {
    const viewport = sizes[size];
    if (screen.below !== undefined && viewport.width >= screen.below) continue;
    const context = await visits.open(screen.as, { viewport, hasTouch: size === 'phone' });
    const page = await context.newPage();
    await show(page, screen, company);
    // Overlays are transparent in their first frames, even with reduced motion.
    await page.waitForTimeout(500);
    for (const variant of variants.filter((one) => one.size === size)) {
      await switchScheme(page, variant.scheme);
      writeFileSync(`${folder}/${fileOf({ screen: screen.name, ...variant })}`, await webp(page));
    }
    await context.close();
  }
  console.log(screen.name);
}

/**
 * A picture of the window as WebP, a third of the size of a PNG. Another page converts it: capturing as WebP makes the browser
 * fire a resize event, on which lists and menus close.
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
