import './paper-merge.css';
import type { ComponentChildren } from 'preact';
import { i18n } from '#i18n';
import type { FieldMerge } from '@/lib/import/merge-record';
import type { PlannedPaper } from '@/lib/library/import/import-papers';
import type { Paper } from '@/lib/papers/paper';
import { FACT_ORDER, factLabel } from '@/components/format/fact-labels';
import { bareTitle, factText, fieldLabel } from './merge-messages';
import { FieldValue, KeptMark, NothingThere } from './FieldValue';

/** Line numbers listed for a repeated paper. */
const LINES_NAMED = 20;

/** Compares fields: current, in the file, after the import. */
export function PaperMerge({ planned }: { planned: PlannedPaper }) {
  const { known, record } = planned;
  const isNew = known.entry === undefined;
  const { fields, facts, unchangedFacts } = planned;
  const rows = isNew
    ? factRows(planned, unchangedFacts)
    : [...fields.map(fieldRow), ...factRows(planned, [...facts, ...unchangedFacts])];
  const lines = record.records.map(({ line }) => line);
  return (
    <div class="merge">
      {isNew && <FileFields planned={planned} />}
      {rows.length > 0 && (
        <div class="merge-table" role="table">
          <div class="merge-row merge-heads" role="row">
            <span role="columnheader">{i18n.t('import.field')}</span>
            <span role="columnheader">{i18n.t('import.now')}</span>
            <span role="columnheader">{i18n.t('import.inFile')}</span>
            <span role="columnheader">{i18n.t('import.after')}</span>
          </div>
          {rows}
        </div>
      )}
      <p class="import-small">
        {lines.length === 1
          ? i18n.t('import.line', [lines.join()])
          : i18n.t('import.lines', [lines.slice(0, LINES_NAMED).join(', ')])}
      </p>
    </div>
  );
}

/** The file's part in a new paper. */
function FileFields({ planned }: { planned: PlannedPaper }) {
  const { paper, record, entry, unchangedFacts } = planned;
  const facts = FACT_ORDER.filter(
    (fact) =>
      fact !== 'title' && factText(record.paper, fact) !== '' && !unchangedFacts.includes(fact),
  );
  const merges = fileMerges(entry, record.entry);
  if (facts.length + merges.length === 0) {
    if (unchangedFacts.length > 0) return null;
    return <p class="ps-quiet">{bareTitle(record.paper)}</p>;
  }
  return (
    <dl class="merge-list">
      {merges.map((merge) => (
        <div key={merge.field}>
          <dt>{fieldLabel(merge.field)}</dt>
          <dd>
            <FieldValue merge={merge} side="result" />
          </dd>
        </div>
      ))}
      {facts.map((fact) => (
        <div key={fact}>
          <dt>{factLabel(fact)}</dt>
          <dd dir="auto">{factText(paper, fact)}</dd>
        </div>
      ))}
    </dl>
  );
}

/** The file's entry fields, with results. */
function fileMerges(
  entry: PlannedPaper['entry'],
  file: PlannedPaper['record']['entry'],
): FieldMerge[] {
  const merges: FieldMerge[] = [
    { field: 'status', known: undefined, file: file.status, result: entry.status },
    { field: 'tags', known: entry.tags, file: file.tags, result: entry.tags },
    { field: 'note', known: undefined, file: file.note, result: entry.note },
    { field: 'rating', known: undefined, file: file.rating, result: entry.rating },
    { field: 'savedAt', known: undefined, file: file.savedAt, result: entry.savedAt },
  ];
  if (entry.removedAt > 0) {
    merges.push({ field: 'removedAt', known: 0, file: file.removedAt, result: entry.removedAt });
  }
  return merges.filter(({ file }) =>
    typeof file === 'number' ? true : file !== undefined && file.length > 0,
  );
}

function fieldRow(merge: FieldMerge) {
  return (
    <MergeRow
      key={merge.field}
      label={fieldLabel(merge.field)}
      known={<FieldValue merge={merge} side="known" />}
      file={<FieldValue merge={merge} side="file" />}
      result={<FieldValue merge={merge} side="result" />}
    />
  );
}

function factRows(planned: PlannedPaper, facts: readonly (keyof Paper)[]) {
  const { known, record, paper, unchangedFacts } = planned;
  return FACT_ORDER.filter((fact) => facts.includes(fact)).map((fact) => (
    <MergeRow
      key={fact}
      label={factLabel(fact)}
      known={<FactValue text={factText(known.paper, fact)} />}
      file={<FactValue text={factText(record.paper, fact)} />}
      result={<FactValue text={factText(paper, fact)} kept={unchangedFacts.includes(fact)} />}
    />
  ));
}

function FactValue({ text, kept = false }: { text: string; kept?: boolean }) {
  return (
    <>
      {text === '' ? (
        <NothingThere />
      ) : (
        <span class="merge-fact" dir="auto">
          {text}
        </span>
      )}
      {kept && <KeptMark />}
    </>
  );
}

interface MergeRowProps {
  label: string;
  known: ComponentChildren;
  file: ComponentChildren;
  result: ComponentChildren;
}

function MergeRow({ label, known, file, result }: MergeRowProps) {
  return (
    <div class="merge-row" role="row">
      <span role="rowheader">{label}</span>
      <div role="cell" data-label={i18n.t('import.now')}>
        {known}
      </div>
      <div role="cell" data-label={i18n.t('import.inFile')}>
        {file}
      </div>
      <div role="cell" data-label={i18n.t('import.after')}>
        {result}
      </div>
    </div>
  );
}
