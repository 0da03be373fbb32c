import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { freePort } from './free-port.ts';

/** WebKitGTK's own WebDriver, with a screen of its own. It drives one browser at a time. */
export interface WebKitDriver {
  /** Where it takes commands (https://www.w3.org/TR/webdriver2/). */
  url: string;
  /** The browser's home folder; downloads end up below it. */
  home: string;
  stop(): Promise<void>;
}

/** Starts Debian's WebKitWebDriver (webkit2gtk-driver), which brings a small browser along, and Xvfb. */
export async function startWebKitDriver(): Promise<WebKitDriver> {
  const home = mkdtempSync(join(tmpdir(), 'webkit-'));
  // Xvfb finds a free display and writes its number to file descriptor 3.
  const screen = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1400x1000x24', '-nolisten', 'tcp'], { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  const [display] = (await once(screen.stdio[3] as Readable, 'data')) as [Buffer]; // a pipe, as asked for above
  const port = await freePort();
  const driver = spawn('WebKitWebDriver', [`--port=${port}`, '--host=127.0.0.1'], {
    env: { ...process.env, DISPLAY: `:${display.toString().trim()}`, HOME: home, LC_ALL: 'C.UTF-8', LANGUAGE: 'en_US', LIBGL_ALWAYS_SOFTWARE: '1', NO_AT_BRIDGE: '1' },
    stdio: 'ignore',
  });
  const url = `http://127.0.0.1:${port}`;
  await listening(url);
  return {
    url,
    home,
    async stop() {
      for (const child of [driver, screen]) {
        if (child.exitCode !== null) continue;
        child.kill();
        await once(child, 'exit');
      }
      // The browser may still be writing as it ends.
      rmSync(home, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    },
  };
}

/**
 * Sends a WebDriver command.
 *
 * @param url of the session and the command: `http://…/session/ID/element`
 * @throws an error with WebDriver's code and message
 */
export async function command<T>(method: 'GET' | 'POST' | 'DELETE', url: string, body: object = {}): Promise<T> {
  const response = await fetch(url, { method, ...(method === 'POST' && { body: JSON.stringify(body) }) });
  const { value } = (await response.json()) as { value: T & { error?: string; message?: string } }; // as the specification has it
  if (!response.ok) throw new Error(`${value.error}: ${value.message ?? ''}`);
  return value;
}

async function listening(url: string): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    if ((await fetch(`${url}/status`).catch(() => null))?.ok === true) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('WebKitWebDriver did not start.');
}
