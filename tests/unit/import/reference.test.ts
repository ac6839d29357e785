import { expect, test } from 'vitest';
import { recordFrom } from '@/lib/import/reference';

test.each(['müller2020', 'a b', 'a{b}%', 'DBLP:journals/corr/abs-1706-03762'])(
  'recordFrom keeps any citation key unchanged: %s',
  (citationKey) => {
    const item = recordFrom({ line: 1, title: 'A title', citationKey });
    expect(item).toMatchObject({ kind: 'record', record: { entry: { citationKey } } });
  },
);
