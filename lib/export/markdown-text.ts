import { foldSpaces } from '@/lib/shared/text';

/**
 * `text` on one line without markup. Escapes special characters
 * (https://spec.commonmark.org/0.31.2/#backslash-escapes, and GitHub's `~`, `|`), character
 * references, leading list and heading marks, and `^^`, by which TeX writes any character; keeps
 * dollars, for math.
 */
export function escapeMarkdown(text: string): string {
  return foldSpaces(text)
    .replace(/[\\`*_[\]<>|~]|(?<=^|\s)#|&(?=#?\w+;)|\^(?=\^)|(?<=\^)\^/g, '\\$&')
    .replace(/^[+=-]/, '\\$&')
    .replace(/^(\d+)([.)])/, '$1\\$2');
}

/** A one-line link; `text` is Markdown. */
export function markdownLink(text: string, url: string): string {
  return `[${text}](${url.replace(/[()<>\\\s]/g, percentEncoded)})`;
}

export function blockquote(lines: readonly string[]): string {
  return lines.map((line) => (line === '' ? '>' : `> ${line}`)).join('\n');
}

function percentEncoded(sign: string): string {
  return `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
}
