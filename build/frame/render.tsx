import { timeoutManager } from '@tanstack/react-query';
import { renderToStaticMarkup } from 'react-dom/server';
import { createStaticHandler, createStaticRouter, StaticRouterProvider, type RouteObject } from 'react-router';
import { PublicLayout } from '../../src/app/shell/public-layout.tsx';
import { isPrivate, pages, type AppPage } from '../../src/app/pages.ts';
import { createRoutes } from '../../src/app/routes.tsx';
import { pageTitle } from '../../src/stores/document-title.ts';
import { Button } from '../../src/ui/button.tsx';
import { Notice } from '../../src/ui/notice.tsx';
import { pretendLoggedIn } from './session-stand-in.ts';

// Node has none before version 21, and nothing about the visitor is known here anyhow.
globalThis.navigator ??= { platform: '', onLine: true } as Navigator;

// What the cache means to do later must not keep the build from ending.
timeoutManager.setTimeoutProvider<NodeJS.Timeout>({
  setTimeout: (run, ms) => setTimeout(run, ms).unref(),
  clearTimeout,
  setInterval: (run, ms) => setInterval(run, ms).unref(),
  clearInterval,
});

export interface Frame {
  name: string;
  /** The document's title while the frame is all there is; null to leave it. */
  title: string | null;
  html: string;
}

/** Renders the frames by the app's own routes, as they stand before any response has come. */
async function renderFrames(): Promise<Frame[]> {
  const frames = new Map<string, Frame>();
  for (const [name, page] of Object.entries<AppPage>(pages)) {
    if (page.build.frame === false) continue;
    pretendLoggedIn(isPrivate(page));
    const html = await renderAt(page.path.replace(/:\w+/g, '1'), createRoutes());
    frames.set(name, { name, title: titleOf(html), html });
  }
  pretendLoggedIn(false);
  for (const [name, Content] of [['neutral', Nothing], ['failed', Failed]] as const) {
    frames.set(name, { name, title: null, html: await renderAt('/', [{ Component: PublicLayout, children: [{ path: '/', Component: Content }] }]) });
  }
  return [...frames.values()];
}

async function renderAt(path: string, routes: RouteObject[]): Promise<string> {
  const handler = createStaticHandler(routes);
  const context = await handler.query(new Request(`http://localhost${path}`));
  if (context instanceof Response) throw new Error(`The page ${path} redirects to ${context.headers.get('Location')}`);
  const error: unknown = Object.values(context.errors ?? {}).at(0);
  if (error !== undefined) throw new Error(`The frame of ${path} cannot be rendered: ${error instanceof Error ? error.stack : JSON.stringify(error)}`);
  const router = createStaticRouter(handler.dataRoutes, context);
  return trimmed(renderToStaticMarkup(<StaticRouterProvider router={router} context={context} hydrate={false} />));
}

/** Without what cannot be seen before the app is there: the closed drawer, and marks for scripts. */
function trimmed(html: string): string {
  return html.replace(/<dialog\b[\s\S]*?<\/dialog>/g, '').replaceAll(' data-discover="true"', '');
}

/** A page that first looks into the browser's own store has no heading yet. */
function titleOf(html: string): string | null {
  const heading = /<h1\b[^>]*>([^<]+)<\/h1>/.exec(html)?.[1];
  return heading === undefined ? null : pageTitle(heading);
}

function Nothing() {
  return null;
}

/** What takes the frame's place when the app's code does not arrive. */
function Failed() {
  return (
    <>
      <Notice tone="danger">The app could not be loaded. Check your connection, then reload the page.</Notice>
      <Button variant="primary">Reload</Button>
    </>
  );
}

// Rendered by being imported: the routes load their pages, which the importer lets them do only until then.
export const frames = await renderFrames();
