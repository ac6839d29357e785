import type { ExportedFile } from '@/lib/library/export/export-listed';

/** The address of a file is kept this long, for the browser to have read it, ms. */
const KEPT = 60_000;

/** Has the browser download a file, by a link that never stands on the page. */
export function downloadFile({ name, mime, text }: ExportedFile): void {
  const address = URL.createObjectURL(new Blob([text], { type: mime }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), KEPT);
}
