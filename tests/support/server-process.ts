import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** The real server in a process of its own, to be stopped or killed. */
export interface ServerProcess {
  /** Where it listens; empty when it ended before it did. */
  url: string;
  /** What it wrote, standard output and errors together, line by line. */
  lines: string[];
  /** Sends a signal and waits for the end. Returns the exit code, or the signal's name. */
  end(signal: 'SIGTERM' | 'SIGINT' | 'SIGKILL'): Promise<number | string>;
  /** Sends a signal without waiting. */
  signal(signal: 'SIGTERM' | 'SIGINT'): void;
  /** The exit code, or the signal's name, once it has ended. */
  ended: Promise<number | string>;
}

/**
 * Starts `server/main.ts` with these settings and no others, on a free port unless they name one; resolves when it listens or
 * has ended.
 *
 * @param lines where its output goes; a server that is started again may go on with the lines of the one before
 */
export async function startServerProcess(settings: Record<string, string>, lines: string[] = []): Promise<ServerProcess> {
  const main = fileURLToPath(new URL('../../server/main.ts', import.meta.url));
  const child: ChildProcess = spawn(process.execPath, ['--import', 'tsx', main], {
    env: { PATH: process.env.PATH, PORT: '0', ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = once(child, 'close').then(([code, signal]) => (typeof code === 'number' ? code : String(signal)));
  let found = (_url: string) => {};
  const started = new Promise<string>((resolve) => {
    found = resolve;
  });
  for (const stream of [child.stdout, child.stderr]) {
    let rest = '';
    stream?.setEncoding('utf8').on('data', (text: string) => {
      const parts = (rest + text).split('\n');
      rest = parts.pop() ?? '';
      lines.push(...parts);
      const url = parts.map((line) => /^Company admin: (\S+)/.exec(line)?.[1]).find((match) => match !== undefined);
      if (url !== undefined) found(url.replace('localhost', '127.0.0.1'));
    });
  }
  const url = await Promise.race([started, ended.then(() => '')]);
  return {
    url,
    lines,
    ended,
    signal: (signal) => void child.kill(signal),
    end(signal) {
      child.kill(signal);
      return ended;
    },
  };
}
