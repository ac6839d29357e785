import { spawn } from 'node:child_process';
import { delimiter, resolve } from 'node:path';
import { root } from './paths';

/** The result of a command. */
export interface CommandResult {
  ok: boolean;
  /** Both streams, in order. */
  output: string;
}

export interface CommandOptions {
  env?: Record<string, string>;
  /** Kills the command, so that it cannot block the run. */
  timeoutMs?: number;
  /** Streams the output, for long commands that report progress. */
  live?: boolean;
}

/** Runs a command in the project's root; finds the commands of packages by name. */
export function command(
  [name, ...args]: [string, ...string[]],
  { env = {}, timeoutMs = 900_000, live = false }: CommandOptions = {},
): Promise<CommandResult> {
  return new Promise((done) => {
    const child = spawn(name, args, {
      cwd: root,
      env: { ...process.env, PATH: searchPath(), ...env },
      // On Windows the packages' commands are .cmd scripts, which need a shell.
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
