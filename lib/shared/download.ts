/** The address of a file is kept this long, for the browser to have read it, ms. */
const KEPT = 60_000;

/** Has the browser download `content` as a file. A link does it, without the downloads permission. */
export function download(name: string, mime: string, content: string | Blob): void {
  const address = URL.createObjectURL(new Blob([content], { type: mime }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), KEPT);
}
