import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { backup } from '../../../lib/export/backup';
import { EXPORTED_AT, FULL, makeRecord, nastyLine, nastyNote } from './records';

describe('Backup (JSON)', () => {
  it('writes one row per line, the entries first', () => {
    const text = backup.write([FULL, makeRecord()], EXPORTED_AT);
    expect(text.split('\n').map((line) => line.slice(0, 13))).toEqual([
      '{',
      '"format":"pap',
      '"version":1,',
      '"exportedAt":',
      '"entries":[',
      '{"paperId":"a',
      '{"paperId":"a',
      '],',
      '"dismissals":',
      '"papers":[',
      '{"id":"arxiv:',
      '{"id":"arxiv:',
      '],',
      '"sightings":[',
      '}',
      '',
    ]);
  });

  it('survives a round trip and names its format', () => {
    fc.assert(
      fc.property(nastyLine, nastyNote, (title, note) => {
        const records = [FULL, makeRecord({ title }, { note, editedAt: { note: 3 } })];
        expect(JSON.parse(backup.write(records, EXPORTED_AT))).toEqual({
          format: 'papershelf-backup',
          version: 1,
          exportedAt: EXPORTED_AT,
          entries: records.map(({ entry }) => entry),
          dismissals: [],
          papers: records.map(({ paper }) => paper),
          sightings: [],
        });
      }),
    );
    expect(JSON.parse(backup.write([], EXPORTED_AT))).toMatchObject({ papers: [], entries: [] });
  });
});
