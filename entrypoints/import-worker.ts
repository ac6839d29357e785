import { defineUnlistedScript } from '#imports';
import type { ImportAnswer, ImportQuestion } from '@/lib/pages/import-file';
import { readFile } from '@/lib/import/read-file';

// The worker of `readImport`: reads one file, batch by batch as it is asked to, and is ended.
export default defineUnlistedScript(() => {
  let reading: ReturnType<typeof readFile> | undefined;

  const answer = async (question: ImportQuestion): Promise<void> => {
    if (question !== 'go-on') reading = await begin(question.read);
    const step = await reading?.next();
    if (step === undefined) return;
    postMessage((step.done ? { end: step.value } : { batch: step.value }) satisfies ImportAnswer);
  };
  addEventListener('message', ({ data }: MessageEvent<ImportQuestion>) => {
    // An error that nobody catches is how the page hears of it.
    answer(data).catch(reportError);
  });
});

async function begin(content: File | string): Promise<ReturnType<typeof readFile>> {
  return typeof content === 'string'
    ? readFile(content, '')
    : readFile(new Uint8Array(await content.arrayBuffer()), content.name);
}
