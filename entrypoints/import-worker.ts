import { defineUnlistedScript } from '#imports';
import type { ImportAnswer, ImportQuestion } from '@/lib/pages/import-file';
import { readFile } from '@/lib/import/read-file';

// The worker of `readImport`: reads one file, one batch per request.
export default defineUnlistedScript(() => {
  let reading: ReturnType<typeof readFile> | undefined;

  const answer = async (question: ImportQuestion): Promise<void> => {
    if (question !== 'go-on') reading = await begin(question.read);
    const step = await reading?.next();
    if (step === undefined) return;
    postMessage((step.done ? { end: step.value } : { batch: step.value }) satisfies ImportAnswer);
  };
  addEventListener('message', ({ data }: MessageEvent<ImportQuestion>) => {
    // Uncaught, it reaches the page as an `error` event.
    answer(data).catch(reportError);
  });
});

async function begin(content: File | string): Promise<ReturnType<typeof readFile>> {
  return typeof content === 'string'
    ? readFile(content, '')
    : readFile(new Uint8Array(await content.arrayBuffer()), content.name);
}
