import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

/** In the build: licences of the packages in its bundles. */
export const NOTICES_FILE = 'THIRD-PARTY-NOTICES.txt';

const INTRODUCTION =
  'Papershelf is under the MIT licence. It contains code of these packages, under their own licences.';

/** Adds to `folders` each package with code in a bundle. */
export function noteBundledPackages(folders: Set<string>, nodeModules: string): Plugin {
  return {
    name: 'papershelf:note-bundled-packages',
    generateBundle(_, bundle) {
      for (const output of Object.values(bundle)) {
        const ids = output.type === 'chunk' ? Object.keys(output.modules) : [];
        for (const id of ids) {
          const folder = packageFolder(id, nodeModules);
          if (folder !== undefined) folders.add(folder);
        }
      }
    },
  };
}

/** The folder of a module's package; undefined for the project's own. */
export function packageFolder(id: string, nodeModules: string): string | undefined {
  // The bundler's helpers: `\0vite/preload-helper.js`.
  const [, helper] = /^\0(vite|rolldown)\//.exec(id) ?? [];
  if (helper !== undefined) return join(nodeModules, helper);
  return /^\0?(.*[/\\]node_modules[/\\](?:@[^/\\]+[/\\])?[^/\\?]+)/.exec(id)?.[1];
}

/**
 * The notices of the packages in `folders`; reproducible, without times and paths.
 * @throws when a package has no licence text
 */
export function noticesOf(folders: Iterable<string>): string {
  const notices = new Map([...folders].map((folder) => noticeOf(folder)));
  const sorted = [...notices].sort(([a], [b]) => (a < b ? -1 : 1));
  const rule = `\n\n${'-'.repeat(72)}\n\n`;
  return `${[INTRODUCTION, ...sorted.map(([, notice]) => notice)].join(rule)}\n`;
}

interface Manifest {
  name: string;
  version: string;
  license?: string;
  author?: string | { name: string };
  repository?: string | { url: string };
}

/** Name with version, and notice. */
function noticeOf(folder: string): [string, string] {
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest;
  const title = `${manifest.name} ${manifest.version}`;
  const texts = readdirSync(folder)
    .filter((name) => /^(?:licen[cs]e|copying|notice)(?:[.-][\w.-]+)?$/i.test(name))
    .sort()
    .map((name) => readFileSync(join(folder, name), 'utf8').replace(/\r\n?/g, '\n').trim());
  if (texts.length === 0) texts.push(statedLicence(title, manifest));
  const { license = 'see below', repository } = manifest;
  // Some licences require the source's address.
  const source = typeof repository === 'object' ? repository.url : (repository ?? '');
  const head = `${title} (${license})\n${source.replace(/^git\+/, '')}`.trim();
  return [title, [head, ...texts].join('\n\n')];
}

/** For packages that only name a licence and an author. */
function statedLicence(title: string, { license = '', author }: Manifest): string {
  const holder = typeof author === 'object' ? author.name : author?.split(/[<(]/, 1)[0]?.trim();
  const text = LICENCES[license];
  if (text === undefined || !holder) throw new Error(`${title} has no licence text.`);
  return `Copyright (c) ${holder}\n\n${text}`;
}

/** https://opensource.org/license/mit, without its heading. */
const MIT = `Permission is hereby granted, free of charge, to any person obtaining a copy
of this software and associated documentation files (the "Software"), to deal
in the Software without restriction, including without limitation the rights
to use, copy, modify, merge, publish, distribute, sublicense, and/or sell
copies of the Software, and to permit persons to whom the Software is
furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all
copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR
IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY,
FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE
AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER
LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM,
OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE
SOFTWARE.`;

/** https://opensource.org/license/isc-license-txt, without its heading. */
const ISC = `Permission to use, copy, modify, and/or distribute this software for any
purpose with or without fee is hereby granted, provided that the above
copyright notice and this permission notice appear in all copies.

THE SOFTWARE IS PROVIDED "AS IS" AND THE AUTHOR DISCLAIMS ALL WARRANTIES WITH
REGARD TO THIS SOFTWARE INCLUDING ALL IMPLIED WARRANTIES OF MERCHANTABILITY
AND FITNESS. IN NO EVENT SHALL THE AUTHOR BE LIABLE FOR ANY SPECIAL, DIRECT,
INDIRECT, OR CONSEQUENTIAL DAMAGES OR ANY DAMAGES WHATSOEVER RESULTING FROM
LOSS OF USE, DATA OR PROFITS, WHETHER IN AN ACTION OF CONTRACT, NEGLIGENCE OR
OTHER TORTIOUS ACTION, ARISING OUT OF OR IN CONNECTION WITH THE USE OR
PERFORMANCE OF THIS SOFTWARE.`;

const LICENCES: Record<string, string> = { MIT, ISC };
