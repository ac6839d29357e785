/** The names of the Export menu's items. */
export const exportFormats = [
  'BibTeX',
  'RIS',
  'CSL-JSON',
  'Markdown',
  'CSV',
  'Backup (JSON)',
] as const;

export type ExportFormatName = (typeof exportFormats)[number];

export type StatusName = 'To read' | 'Reading' | 'Read';

/** Escapes the text for use in a regular expression. */
export function escapeRegExp(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}
