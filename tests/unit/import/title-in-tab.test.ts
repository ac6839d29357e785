import { expect, it } from 'vitest';
import { titleInTab } from '@/lib/import/title-in-tab';

it.each([
  ['[2512.01234] On Shelves and Papers', 'On Shelves and Papers'],
  ['[2512.01234v2]  On  Shelves', 'On Shelves'],
  ['On Shelves and Papers', 'On Shelves and Papers'],
  ['Paper page - On Shelves', 'On Shelves'],
  ['2512.01234', ''],
  ['2512.01234v1.pdf', ''],
  ['arxiv.org/pdf/2512.01234', ''],
  ['https://arxiv.org/pdf/2512.01234 - PDF', ''],
  ['arXiv:2512.01234v1 [cs.CL] 1 Dec 2025', ''],
  ['paper final.pdf', ''],
  ['main', ''],
  ['', ''],
])('titleInTab("%s") returns "%s"', (tabTitle, title) => {
  expect(titleInTab(tabTitle, 'arxiv:2512.01234')).toBe(title);
});
