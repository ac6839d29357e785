import { describe, expect, it } from 'vitest';
import { structuredName } from '../../../lib/papers/names';
import { listed } from '../export/records';

const PERSONS: [name: string, given: string, particle: string, family: string, suffix?: string][] =
  [
    ['Łukasz Kaiser', 'Łukasz', '', 'Kaiser'],
    ['  Ashish   Vaswani ', 'Ashish', '', 'Vaswani'],
    ['Kaiser, Łukasz', 'Łukasz', '', 'Kaiser'],
    ['van der Maaten, Laurens', 'Laurens', 'van der', 'Maaten'],
    ['Laurens van der Maaten', 'Laurens', 'van der', 'Maaten'],
    ['Aaron van den Oord', 'Aaron', 'van den', 'Oord'],
    ['Jean-Baptiste de La Fontaine', 'Jean-Baptiste', 'de', 'La Fontaine'],
    ['Cicero dos Santos', 'Cicero', 'dos', 'Santos'],
    ['Abdullah bin Saud', 'Abdullah', 'bin', 'Saud'],
    ['Karlheinz zu Guttenberg', 'Karlheinz', 'zu', 'Guttenberg'],
    ['Luc Van Gool', 'Luc', '', 'Van Gool'],
    ['Guy Van den Broeck', 'Guy', '', 'Van den Broeck'],
    ['Marc Van Droogenbroeck', 'Marc', '', 'Van Droogenbroeck'],
    ['Christopher De Sa', 'Christopher', '', 'De Sa'],
    ['Emanuele La Malfa', 'Emanuele', '', 'La Malfa'],
    ['Alberto Del Bimbo', 'Alberto', '', 'Del Bimbo'],
    ['José Ortega y Gasset', 'José', '', 'Ortega y Gasset'],
    ['Anh Van Nguyen', 'Anh Van', '', 'Nguyen'],
    ['Nguyễn Van Anh', 'Nguyễn Van', '', 'Anh'],
    ['Minh Le Trần', 'Minh Le', '', 'Trần'],
    ['Cheng Da', 'Cheng', '', 'Da'],
    ['Le Zhuo', 'Le', '', 'Zhuo'],
    ['Bin Ren', 'Bin', '', 'Ren'],
    ['Van Tran', 'Van', '', 'Tran'],
    ['Wei Bin Liu', 'Wei Bin', '', 'Liu'],
    ['Ming-Hsuan Yang', 'Ming-Hsuan', '', 'Yang'],
    ['Nghi D. Q. Bui', 'Nghi D. Q.', '', 'Bui'],
    ['Karthik V', 'Karthik', '', 'V'],
    ["Conan O'Brien", 'Conan', '', "O'Brien"],
    ["Daniel D'souza", 'Daniel', '', "D'souza"],
    ["Florence d'Alché-Buc", 'Florence', '', "d'Alché-Buc"],
    ['Muhammad al-Khwarizmi', 'Muhammad', '', 'al-Khwarizmi'],
    ['John Smith Jr.', 'John', '', 'Smith', 'Jr.'],
    ['John Smith, Jr.', 'John', '', 'Smith', 'Jr.'],
    ['Smith, Jr., John', 'John', '', 'Smith', 'Jr.'],
    ['Smith, John, Jr.', 'John', '', 'Smith', 'Jr.'],
    ['William H. Gates III', 'William H.', '', 'Gates', 'III'],
    ['Henry III', 'Henry', '', 'III'],
    ['Ai Weiwei', 'Ai', '', 'Weiwei'],
    ['Li Ai', 'Li', '', 'Ai'],
    ['bell hooks', 'bell', '', 'hooks'],
    ['Иван Петров', 'Иван', '', 'Петров'],
    ['Γιώργος Σεφέρης', 'Γιώργος', '', 'Σεφέρης'],
  ];

const LITERALS = [
  'DeepSeek-AI',
  'Gemini Team',
  'Gemini Team, Google',
  'Qwen Team',
  'Team GLM',
  'NVIDIA',
  'Claude AI',
  'The ATLAS Collaboration',
  'Meta Fundamental AI Research (FAIR)',
  'Allen Institute for AI',
  'USC Physical Superintelligence (PSI) Lab',
  'Shanghai AI Laboratory',
  '01 Ai',
  'Barnes & Noble',
  'Smith and Jones',
  'Fung',
  'Ming-HsuanYang',
  '王小明',
  '김 철수',
  'さくら ももこ',
  'John Smith et al.',
  'a, b, c, d',
  'Smith,',
  '',
];

describe('structuredName', () => {
  it.each(PERSONS)('splits %s', (name, given, particle, family, suffix = '') => {
    expect(structuredName(name)).toEqual({ kind: 'person', given, particle, family, suffix });
  });

  it.each(LITERALS)('keeps "%s" whole', (name) => {
    expect(structuredName(name)).toEqual({ kind: 'literal', name });
  });

  it('loses no word of a name of listed papers', () => {
    for (const name of listed.flatMap(({ paper }) => paper.authors ?? [])) {
      const parts = structuredName(name);
      const words =
        parts.kind === 'literal'
          ? parts.name
          : [parts.given, parts.particle, parts.family, parts.suffix].filter(Boolean).join(' ');
      expect(words).toBe(name);
    }
  });
});
