import type { ImportFormat, ImportItem, ImportProblem, ImportedRecord } from '@/lib/import/format';

/** Everything that `format` reads from `text`. */
export async function read(format: ImportFormat, text: string) {
  const items: ImportItem[] = [];
  for await (const item of format.read(text)) items.push(item);
  const records = items.flatMap((item): ImportedRecord[] =>
    item.kind === 'record' ? [item.record] : [],
  );
  const problems = items.flatMap((item): ImportProblem[] =>
    item.kind === 'problem' ? [item.problem] : [],
  );
  const dismissals = items.flatMap((item) => (item.kind === 'dismissal' ? [item.dismissal] : []));
  return { records, problems, dismissals };
}

/** The only record in `text`. @throws Error for more or for problems. */
export async function readOne(format: ImportFormat, text: string): Promise<ImportedRecord> {
  const { records, problems } = await read(format, text);
  const [record] = records;
  if (record === undefined || records.length > 1 || problems.length > 0) {
    throw new Error(`not one record: ${JSON.stringify({ records, problems })}`);
  }
  return record;
}
