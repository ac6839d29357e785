import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync } from 'vite';
import { root } from './paths';

/** `npm run comments`: how many words the comments have, and how many are words to lose. */

const FOLDERS = ['lib', 'components', 'entrypoints'];

/** Words of a private language, where a standard word exists. */
const TO_LOSE: Record<string, RegExp> = {
  'tell, told': /\b(?:tells?|telling|told)\b/gi,
  tend: /\btend(?:s|ed|ing)?\b/gi,
  'stand, standing': /\b(?:stands?|standing|stood)\b/gi,
  anew: /\banew\b/gi,
  nobody: /\bnobody\b/gi,
  'by then': /\bby then\b/gi,
  lot: /\blots?\b/gi,
  aside: /\baside\b/gi,
  'of ours': /\bours\b/gi,
};

/** The comments of a file, without their marks. */
function commentsOf(path: string): string[] {
  const source = readFileSync(join(root, path), 'utf8');
  const comments = path.endsWith('.css')
    ? [...source.matchAll(/\/\*([\s\S]*?)\*\//g)].map(([, text = '']) => text)
    : parseSync(path, source).comments.map(({ value }) => value);
  return comments.map((comment) => comment.replace(/^\s*\*+/gm, ''));
}

const words = (text: string): number => text.match(/[\p{L}\p{N}][^\s]*/gu)?.length ?? 0;

const lost = new Map<string, number>();
let total = 0;
for (const folder of FOLDERS) {
  const files = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(?:tsx?|css)$/.test(file))
    .map((file) => join(folder, file));
  const comments = files.flatMap(commentsOf);
  const count = comments.reduce((sum, comment) => sum + words(comment), 0);
  total += count;
  console.log(`${folder.padEnd(12)} ${String(count).padStart(6)} words of comments`);
  for (const comment of comments) {
    for (const [word, pattern] of Object.entries(TO_LOSE)) {
      const found = comment.match(pattern)?.length ?? 0;
      lost.set(word, (lost.get(word) ?? 0) + found);
    }
  }
}
console.log(`${'all'.padEnd(12)} ${String(total).padStart(6)} words of comments\n`);
let sum = 0;
for (const [word, count] of lost) {
  sum += count;
  console.log(`${word.padEnd(12)} ${String(count).padStart(6)}`);
}
console.log(`${'all'.padEnd(12)} ${String(sum).padStart(6)} words to lose`);
