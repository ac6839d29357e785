/** Bytes per call, since engines limit arguments. */
const CHUNK = 8192;

/** Compresses text, as base64. */
export async function compressed(text: string): Promise<string> {
  const bytes = new Uint8Array(await through(new CompressionStream('gzip'), text).arrayBuffer());
  let binary = '';
  for (let start = 0; start < bytes.length; start += CHUNK) {
    binary += String.fromCharCode(...bytes.subarray(start, start + CHUNK));
  }
  return btoa(binary);
}

/** Reverts `compressed`. @throws if the text is damaged */
export function decompressed(base64: string): Promise<string> {
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  return through(new DecompressionStream('gzip'), bytes).text();
}

function through(stream: CompressionStream | DecompressionStream, data: BlobPart): Response {
  return new Response(new Blob([data]).stream().pipeThrough(stream));
}
