import { describe, expect, it, vi } from 'vitest';
import { jsonValues, type JsonEnd, type JsonValue } from '@/lib/import/json-values';

function valuesIn(text: string, paths: string[]): { values: JsonValue[]; end: JsonEnd } {
  const reading = jsonValues(text, paths);
  const values: JsonValue[] = [];
  for (;;) {
    const step = reading.next();
    if (step.done) return { values, end: step.value };
    values.push(step.value);
  }
}

describe('jsonValues', () => {
  it('returns values with their paths and first lines', () => {
    const text = '{"v": 1,\n"rows": [\n{"a": 1}, {\n"a": 2\n},\n"😀"\n], "other": {"rows": [3]}}';

    expect(valuesIn(text, ['$.v', '$.rows.*'])).toEqual({
      values: [
        { path: ['v'], value: 1, line: 1 },
        { path: ['rows', 0], value: { a: 1 }, line: 3 },
        { path: ['rows', 1], value: { a: 2 }, line: 3 },
        { path: ['rows', 2], value: '😀', line: 6 },
      ],
      end: { kind: 'whole', line: 7 },
    });
  });

  it('returns whole values from a long line', () => {
    const long = '😀'.repeat(100_000);

    const { values } = valuesIn(JSON.stringify([long, 'b']), ['$.*']);

    expect(values.map(({ value }) => value)).toEqual([long, 'b']);
  });

  it('looks for the end of a long line once', () => {
    const text = JSON.stringify(['a'.repeat(1_000_000), 'b']);
    const search = vi.spyOn(String.prototype, 'indexOf');
    valuesIn(text, ['$.*']);
    const searches = search.mock.contexts.filter((searched) => String(searched) === text);
    search.mockRestore();
    expect(searches).toHaveLength(1);
  });

  it.each([
    ['is cut', '[1,\n2', { kind: 'cut', line: 2 }],
    ['is empty', '', { kind: 'cut', line: 1 }],
    ['is broken', '[1,\n2, x\n]', { kind: 'broken', line: 2 }],
    ['continues', '[1,\n2] x', { kind: 'broken', line: 2 }],
    ['is not JSON', 'Dear diary', { kind: 'broken', line: 1 }],
  ])('ends and reports how when the text %s', (_, text, end) => {
    const result = valuesIn(text, ['$.*']);

    expect(result.end).toEqual(end);
    expect(result.values.map(({ value }) => value)).toEqual([1, 2].slice(0, result.values.length));
  });

  it('changes no prototype', () => {
    const { values } = valuesIn('{"__proto__": {"polluted": 1}, "a": {"__proto__": {"b": 1}}}', [
      '$.*',
    ]);

    expect(values).toHaveLength(2);
    expect({}).not.toHaveProperty('polluted');
  });
});
