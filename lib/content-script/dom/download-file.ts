import type { ExportedFile } from '@/lib/library/export/export-listed';

/** Time for the browser to read the blob URL, ms. */
const KEPT = 60_000;

/** Downloads a file, by a link outside the page. */
export function downloadFile({ name, mime, text }: ExportedFile): void {
  const address = URL.createObjectURL(new Blob([text], { type: mime }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), KEPT);
}
