import { foldSpaces } from '@/lib/shared/text';

/**
 * `text` on one line in which nothing is markup, wherever it stands in the line: what means
 * something anywhere (https://spec.commonmark.org/0.31.2/#backslash-escapes, and GitHub's `~`, `|`),
 * character references, and list and heading marks at the start. Dollars stay: math is wanted.
 */
export function escapeMarkdown(text: string): string {
  return foldSpaces(text)
    .replace(/[\\`*_[\]<>|~]|(?<=^|\s)#|&(?=#?\w+;)/g, '\\$&')
    .replace(/^[+=-]/, '\\$&')
    .replace(/^(\d+)([.)])/, '$1\\$2');
}

/** A link on one line; `text` is Markdown. */
export function markdownLink(text: string, url: string): string {
  return `[${text}](${url.replace(/[()<>\\\s]/g, percentEncoded)})`;
}

/** Lines of Markdown as a block quote. */
export function blockquote(lines: readonly string[]): string {
  return lines.map((line) => (line === '' ? '>' : `> ${line}`)).join('\n');
}

function percentEncoded(sign: string): string {
  return `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
}
