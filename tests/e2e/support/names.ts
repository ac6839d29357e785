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

/** A pattern that is this text, whatever signs it holds. */
export function literally(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}
