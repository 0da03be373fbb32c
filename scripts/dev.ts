/**
 * `npm run dev`: Vite with hot reload. `/api` and `/outbox` are proxied to `API_PROXY` if that is
 * set, otherwise to a reference server that is started here and restarted when its code changes.
 */
import { spawn, type ChildProcess } from 'node:child_process';

const children: ChildProcess[] = [];
const env = { ...process.env };

if (env.API_PROXY === undefined) {
  const port = env.PORT ?? '8000';
  env.API_PROXY = `http://127.0.0.1:${port}`;
  // Links in emails have to lead to Vite's page, not to the build.
  run('tsx', ['watch', 'server/main.ts'], { ...env, PORT: port, PUBLIC_URL: env.PUBLIC_URL ?? 'http://localhost:5173' });
}
run('vite', ['--port', '5173', '--strictPort', ...process.argv.slice(2)], env);

function run(command: string, args: string[], environment: NodeJS.ProcessEnv): void {
  const child = spawn(`node_modules/.bin/${command}`, args, { env: environment, stdio: ['ignore', 'inherit', 'inherit'] });
  children.push(child);
  child.once('exit', (code) => {
    // When one exits, the other is of no use.
    for (const other of children) if (!other.killed) other.kill();
    process.exitCode ??= code ?? 0;
  });
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    for (const child of children) child.kill(signal);
  });
}
