/** Time to read the object URL, ms. */
const KEPT = 60_000;

/** Downloads `content` by a link: needs no permission. */
export function download(name: string, mime: string, content: string | Blob): void {
  const address = URL.createObjectURL(new Blob([content], { type: mime }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), KEPT);
}
