import { spawn } from 'node:child_process';
import { delimiter, resolve } from 'node:path';
import { root } from './paths';

/** How a command ended. */
export interface CommandResult {
  ok: boolean;
  /** What it wrote to both of its streams, in order. */
  output: string;
}

interface CommandOptions {
  env?: Record<string, string>;
  /** Ended by force after so long, since a hung command must not hang the whole run. */
  timeoutMs?: number;
  /** Show the output as it comes, for commands that take long and say how far they are. */
  live?: boolean;
}

/** Runs a command from the project's root, a package's own command by its bare name. */
export function command(
  [name, ...args]: [string, ...string[]],
  { env = {}, timeoutMs = 900_000, live = false }: CommandOptions = {},
): Promise<CommandResult> {
  return new Promise((done) => {
    const child = spawn(name, args, {
      cwd: root,
      env: { ...process.env, PATH: searchPath(), ...env },
      // The packages' commands are .cmd scripts on Windows, which only a shell can run.
      shell: process.platform === 'win32',
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: timeoutMs,
      killSignal: 'SIGKILL',
    });
    const chunks: Buffer[] = [];
    const collect = (chunk: Buffer): void => {
      chunks.push(chunk);
      if (live) process.stdout.write(chunk);
    };
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    child.on('error', (error) => collect(Buffer.from(`${error.message}\n`)));
    child.on('close', (code, signal) => {
      if (signal !== null) collect(Buffer.from(`${name} was ended by ${signal}\n`));
      done({ ok: code === 0, output: Buffer.concat(chunks).toString('utf8') });
    });
  });
}

function searchPath(): string {
  return [resolve(root, 'node_modules/.bin'), process.env['PATH'] ?? ''].join(delimiter);
}
