import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bibtex } from '@/lib/import/bibtex';
import { read, readOne } from './read';

function one(text: string) {
  return readOne(bibtex, text);
}

async function titleOf(tex: string) {
  const { paper } = await one(`@misc{k, doi = {10.1000/k}, title = {${tex}}}`);
  return paper.title;
}

async function authorsOf(tex: string) {
  const { paper } = await one(`@misc{k, doi = {10.1000/k}, author = {${tex}}}`);
  return paper.authors;
}

describe('BibTeX of other programs', () => {
  it("reads arXiv's own export", async () => {
    expect(
      await one(`@misc{moreau2025quiet,
      title={Quiet Hours: Scheduling {LLM} Inference},
      author={Ingrid Moreau and Babak Tavassoli and others},
      year={2025},
      eprint={2507.06261},
      archivePrefix={arXiv},
      primaryClass={cs.CL},
      url={https://arxiv.org/abs/2507.06261},
}`),
    ).toEqual({
      line: 1,
      paper: {
        id: 'arxiv:2507.06261',
        title: 'Quiet Hours: Scheduling LLM Inference',
        authors: ['Ingrid Moreau', 'Babak Tavassoli'],
        publishedOn: '2025-01-01',
      },
      entry: { citationKey: 'moreau2025quiet' },
    });
  });

  it('reads Google Scholar, with the identifier in the journal', async () => {
    const { paper } = await one(`@article{moreau2017all,
  title={All you need},
  author={Moreau, I and Tavassoli, Babak},
  journal={arXiv preprint arXiv:1706.03762},
  year={2017}
}`);
    expect(paper).toMatchObject({
      id: 'arxiv:1706.03762',
      authors: ['I Moreau', 'Babak Tavassoli'],
    });
  });

  it('reads DBLP, with the identifier in the volume', async () => {
    const { paper, entry } = await one(`@article{DBLP:journals/corr/abs-1706-03762,
  author       = {Ingrid Moreau and
                  Babak Tavassoli},
  title        = {Attention Is All},
  journal      = {CoRR},
  volume       = {abs/1706.03762},
  year         = {2017},
  eprinttype    = {arXiv},
  timestamp    = {Sat, 23 Jan 2021 01:20:40 +0100}
}`);
    expect(paper.id).toBe('arxiv:1706.03762');
    expect(paper.authors).toEqual(['Ingrid Moreau', 'Babak Tavassoli']);
    expect(entry.citationKey).toBe('DBLP:journals/corr/abs-1706-03762');
  });

  it('reads Zotero, without Extra as a note and with HTML notes as text', async () => {
    const { paper, entry } = await one(`
@misc{moreau_quiet_2023,
	title = {Quiet {Hours}: \\$5 and 50\\% of {\\textless}the{\\textgreater} grid},
	url = {http://arxiv.org/abs/2308.01234},
	doi = {10.48550/arXiv.2308.01234},
	abstract = {Much inference is not urgent \\& waits.},
	urldate = {2024-01-05},
	publisher = {arXiv},
	author = {Moreau, Ingrid and {Gemini Team}},
	month = aug,
	year = {2023},
	note = {arXiv:2308.01234 [cs]},
	keywords = {Computer Science - Machine Learning, energy},
	annote = {Comment: 10 pages},
	annote = {A second note},
	file = {arXiv Fulltext PDF:/home/x/a.pdf:application/pdf},
}
`);
    expect(paper).toEqual({
      id: 'arxiv:2308.01234',
      title: 'Quiet Hours: $5 and 50% of <the> grid',
      abstract: 'Much inference is not urgent & waits.',
      authors: ['Ingrid Moreau', 'Gemini Team'],
      publishedOn: '2023-08-01',
    });
    expect(entry).toEqual({
      tags: ['Computer Science - Machine Learning', 'energy'],
      note: 'Comment: 10 pages\n\nA second note',
      citationKey: 'moreau_quiet_2023',
    });
  });

  it('reads Better BibLaTeX', async () => {
    const { paper, entry } = await one(`@online{moreauQuiet2023,
  title = {Quiet Hours},
  shorttitle = {Quiet},
  subtitle = {The Grid},
  author = {given=Ingrid, prefix=de, useprefix=true, family=Moreau and Tavassoli, Babak},
  date = {2023-08-02},
  eprint = {cs/0112017},
  eprinttype = {arXiv},
  eprintclass = {cs},
  annotation = {Second line
here}
}`);
    expect(paper).toMatchObject({
      id: 'arxiv:cs/0112017',
      title: 'Quiet Hours: The Grid',
      authors: ['Ingrid de Moreau', 'Babak Tavassoli'],
      publishedOn: '2023-08-02',
    });
    expect(entry.note).toBe('Second line\nhere');
  });

  it('reads JabRef, with ranking, read status and comments, without metadata', async () => {
    const { paper, entry } = await one(`% Encoding: UTF-8

@Article{Moreau2020,
  author     = {Moreau, Ingrid},
  date       = {2020-05},
  title      = {On {B}rowsing},
  doi        = {10.1000/ABC},
  ranking    = {rank4},
  readstatus = {skimmed},
  comment-ada = {My own
words},
  url        = {https://example.org/paper},
}

@Comment{jabref-meta: databaseType:biblatex;}
`);
    expect(paper).toMatchObject({
      id: 'doi:10.1000/abc',
      title: 'On Browsing',
      publishedOn: '2020-05-01',
      projectPage: 'https://example.org/paper',
    });
    expect(entry).toMatchObject({ rating: 4, status: 'reading', note: 'My own\nwords' });
  });

  it('reads Mendeley, with arxivId and titles in braces', async () => {
    const { paper, entry } = await one(`@article{Moreau2019,
abstract = {We find 5{\\%} at p {\\textless} 0.05.},
archivePrefix = {arXiv},
arxivId = {1901.01234},
author = {Moreau, Ingrid and {\\'{A}}lvarez, Jos{\\'{e}} and Hoffmann, J{\\"{o}}rg},
eprint = {1901.01234},
mendeley-tags = {energy},
keywords = {energy,grid},
title = {{Quiet hours}},
url = {http://arxiv.org/abs/1901.01234}
}`);
    expect(paper).toMatchObject({
      id: 'arxiv:1901.01234',
      title: 'Quiet hours',
      abstract: 'We find 5% at p < 0.05.',
      authors: ['Ingrid Moreau', 'José Álvarez', 'Jörg Hoffmann'],
    });
    expect(entry.tags).toEqual(['energy', 'grid']);
  });

  it('reads the ACL Anthology, with quotes, a month macro and the URL', async () => {
    const { paper } = await one(`@inproceedings{moreau-etal-2020-quiet,
    title = "Quiet Hours: A {BERT} Study",
    author = "Moreau, Ingrid  and
      Tavassoli, Babak",
    booktitle = "Proceedings of ACL",
    month = jul,
    year = "2020",
    url = "https://aclanthology.org/2020.acl-main.1/",
    pages = "1--10",
}`);
    expect(paper).toMatchObject({
      id: expect.stringMatching(/^title:[0-9a-f]{16}$/),
      title: 'Quiet Hours: A BERT Study',
      authors: ['Ingrid Moreau', 'Babak Tavassoli'],
      publishedOn: '2020-07-01',
      projectPage: 'https://aclanthology.org/2020.acl-main.1/',
    });
  });

  it('reads publishers, with HTML, entities and prices', async () => {
    const { paper } =
      await one(`@article{10.1145/1.2, author = {M, I.}, title = {CO<sub>2</sub> &amp; <i>Us</i> at p < 1},
      abstract = {<p>First, $5 and 10% of it.</p><p>Then x_1.</p>}, doi = {https://doi.org/10.1145/1.2}, issue_date = {May 2001}, year = {2001}}`);
    expect(paper).toMatchObject({
      id: 'doi:10.1145/1.2',
      title: 'CO2 & Us at p < 1',
      abstract: 'First, $5 and 10% of it. Then x_1.',
    });
  });
});

describe('a BibTeX entry with a DOI', () => {
  it('is not the arXiv paper that it mentions', async () => {
    const { paper } = await one(
      '@article{k, title = {T}, doi = {10.1000/k}, howpublished = {see also arXiv:2002.00002}}',
    );
    expect(paper.id).toBe('doi:10.1000/k');
  });

  it('is the arXiv paper that it is published as', async () => {
    const { paper } = await one(
      '@article{k, title = {T}, doi = {10.1000/k}, howpublished = {\\url{https://arxiv.org/abs/2002.00002}}}',
    );
    expect(paper.id).toBe('arxiv:2002.00002');
  });
});

describe('TeX', () => {
  it.each([
    [
      '{\\"O}zg{\\"u}r \\L{}ukasz \\c{c} \\v s \\H{o} {\\ss} \\o re {\\AA}',
      'Özgür Łukasz ç š ő ß øre Å',
    ],
    ["\\'{\\i} \\'\\i {\\'{\\i}} \\`a \\~n \\^{o}", 'í í í à ñ ô'],
    ['The {LLM} and {{Double}} {B}races', 'The LLM and Double Braces'],
    ['Only Titles Of Papers Keep Their Case', 'Only Titles Of Papers Keep Their Case'],
    ['\\textbf{bold} {\\em x} \\emph{it {is}} {\\sc y}', 'bold x it is y'],
    ['$O(n^2)$ and $x_{1}$ {$\\alpha$}', '$O(n^2)$ and $x_{1}$ $\\alpha$'],
    ['\\(a+b\\) costs \\$5', '$a+b$ costs $5'],
    ['costs $5', 'costs $5'],
    ['100% sure & a_b #1 x^2', '100% sure & a_b #1 x^2'],
    ["``quoted'' -- dash --- long~space", '“quoted” – dash — long space'],
    ['\\textless{}b\\textgreater{} \\textbackslash{}x \\textasciitilde{} \\{y\\}', '<b> \\x ~ {y}'],
    ['\\unknown{arg} \\other word', '\\unknown{arg} \\other word'],
    ['\\LaTeX{} and \\TeX', 'LaTeX and TeX'],
    ['a\\\\b \\newline c', 'a b c'],
    [
      '\\href{https://a.b/c_d%20e~f}{here} \\url{https://a.b/~x_y}',
      '[here](https://a.b/c_d%20e~f) https://a.b/~x_y',
    ],
    ['H\\textsubscript{2}O\\textsuperscript{+}', 'H₂O⁺'],
    ['ends with \\', 'ends with \\'],
  ])('converts %j to %j', async (tex, text) =>
    expect(await titleOf(tex.replace(/\\$/, '\\ '))).toBe(text.replace(/ \\$/, '')),
  );

  it.each([
    [
      'Smith, Jr., John and van der Maaten, Laurens and {A & B Lab}',
      ['John Smith Jr.', 'Laurens van der Maaten', 'A & B Lab'],
    ],
    [
      'John von Neumann AND Madonna\n and {Barnes and Noble}',
      ['John von Neumann', 'Madonna', 'Barnes and Noble'],
    ],
    [
      "{Van den Broeck}, Guy and {d'Alch{\\'e}-Buc}, Florence",
      ['Guy Van den Broeck', "Florence d'Alché-Buc"],
    ],
    ['A. One, B. Two, C. Three, D. Four', ['A. One', 'B. Two', 'C. Three', 'D. Four']],
    ['others', undefined],
  ])('reads the authors %j as %j', async (tex, authors) =>
    expect(await authorsOf(tex)).toEqual(authors),
  );
});

describe('a .bib file', () => {
  it('joins macros, strings and numbers in any case', async () => {
    const { paper } = await one(`@STRING(acl = "Association" # { for})
@string{Title = {Quiet}}
@Article(k,
  TITLE = TITLE # " " # {Hours} # " of " # acl,
  Year = 2020, month = 3 # "", doi = "10.1000/x"
)`);
    expect(paper).toMatchObject({
      title: 'Quiet Hours of Association for',
      publishedOn: '2020-03-01',
    });
  });

  it('takes only the date of a later crossref', async () => {
    const { records } = await read(
      bibtex,
      `@inproceedings{a, title = {First}, crossref = {conf}}
@inproceedings{b, title = {Second}, crossref = {CONF}}
@proceedings{conf, title = {Proceedings}, year = 2021, month = may, doi = {10.1000/conf}}`,
    );
    expect(records.map(({ paper }) => [paper.title, paper.publishedOn])).toEqual([
      ['First', '2021-05-01'],
      ['Second', '2021-05-01'],
      ['Proceedings', '2021-05-01'],
    ]);
    expect(new Set(records.map(({ paper }) => paper.id)).size).toBe(3);
  });

  it('skips comments, preambles and text between entries', async () => {
    const { records, problems } = await read(
      bibtex,
      `This file is mine, mail me@home.org {
% @article{no, title = {Not this}}
@preamble{ "\\newcommand{\\x}{y}" }
@comment{
@article{no2, title = {Nor this}},
}
@comment and this line
@misc{yes, title = {This}}`,
    );
    expect(records.map(({ paper, line }) => [paper.title, line])).toEqual([['This', 8]]);
    expect(problems).toEqual([]);
  });

  it('tolerates missing commas, unquoted words and stray characters', async () => {
    const { paper } = await one(
      `@misc{k
  title = {One} author = {A B},, year = 2020;
  doi = 10.1000/x , = } `.replace('= } ', '}'),
    );
    expect(paper).toMatchObject({ title: 'One', authors: ['A B'], id: 'doi:10.1000/x' });
  });

  it('skips a broken entry and reports its line', async () => {
    const { records, problems } = await read(
      bibtex,
      `@misc{a, title = {Good}}

@misc{b,
  title = {Never {closed},
  year = 2020
}

@misc{c, title = {Good too}}
@misc{d, year = 2020}
`,
    );
    expect(records.map(({ paper, line }) => [paper.title, line])).toEqual([
      ['Good', 1],
      ['Good too', 8],
    ]);
    expect(problems).toEqual([
      { code: 'bad-entry', line: 3, excerpt: expect.stringMatching(/^@misc\{b, title = \{Never/) },
      { code: 'no-identity', line: 9, excerpt: 'd' },
    ]);
  });

  it('keeps the entries before a truncation', async () => {
    const { records, problems } = await read(
      bibtex,
      '@misc{a, title = {Good}}\n@misc{b, title = {Cut off in the mid',
    );
    expect(records).toHaveLength(1);
    expect(problems).toEqual([
      { code: 'truncated', line: 2, excerpt: '@misc{b, title = {Cut off in the mid' },
    ]);
  });

  it('reads no inherited properties as fields', async () => {
    const { paper } = await one('@misc{constructor, __proto__ = {x}, toString = {y}, title = {T}}');
    expect(paper.title).toBe('T');
    expect(await titleOf('\\constructor \\toString{x} \\__proto__')).toBe(
      '\\constructor \\toString{x} __proto__',
    );
  });

  it('reads any text to its end', async () => {
    const part = fc.constantFrom(
      ...'@ @article{ @misc(k, { } ( ) , = " # % \\ $ title author = {x}, {\\"o} \\emph{ and \n @string{a= a\u0000 <p> ~ -- \\href{ \\( key, year=2020'.split(
        ' ',
      ),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(fc.oneof(part, fc.string()), { maxLength: 40 }), async (parts) => {
        const { records } = await read(bibtex, parts.join(''));
        for (const { paper } of records) expect(paper.title).not.toMatch(/\p{Cc}/u);
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    '{',
    '@article{',
    '@article{a,\n',
    '@article{a, title={',
    '@string{a=a # a}\n',
    '"',
    ' ',
    '@comment{\n',
  ])('reads a megabyte of %j', async (part) => {
    await expect(read(bibtex, part.repeat(1e6 / part.length))).resolves.toBeDefined();
  });
});
