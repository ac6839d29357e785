import { i18n } from '#i18n';
import type { ImportDone } from './ImportResult';
import type { ReadSource } from './read-source';
import { sourcesMessage } from './import-messages';
import type { ImportedRecord } from '@/lib/import/format';
import type { LibraryContext } from '@/lib/library/context';
import {
  applyImport,
  newDismissals,
  planImport,
  type ImportOutcome,
  type ImportPlan,
} from '@/lib/library/import/import-papers';
import { undoImport } from '@/lib/library/import/undo-import';
import { readImport } from '@/lib/pages/import-file';
import { acceptIfRestored } from '@/lib/backups/lost-library';
import type { Dismissal } from '@/lib/papers/seen-and-dismissed';
import { asFailure, type FailureCode } from '@/lib/shared/failure';
import type { PaperId } from '@/lib/papers/paper-id';
import { sightingsThinnedOn } from '@/lib/settings/sightings-thinned-on';

/** Imports that can be undone: each takes memory. */
const UNDOABLE = 10;

export interface Preview {
  name: 'preview';
  sources: readonly ReadSource[];
  problemCount: number;
  plan: ImportPlan;
  /** Of papers not dismissed yet. */
  dismissals: readonly Dismissal[];
  excluded: ReadonlySet<PaperId>;
}

interface ReadSources {
  sources: ReadSource[];
  problemCount: number;
  records: ImportedRecord[];
  dismissals: Dismissal[];
}

export interface MadeImport extends ImportDone {
  outcome: ImportOutcome;
}

export type ImportStep =
  | { name: 'choose' }
  /** `source` is read now; `fraction` is of all sources, 0 to 1. */
  | { name: 'reading'; source: string; fraction: number; records: number }
  | { name: 'comparing'; done: number; total: number }
  /** Neither papers nor dismissals found. */
  | { name: 'unreadable'; sources: readonly ReadSource[]; problemCount: number }
  | Preview
  | { name: 'importing'; done: number; total: number }
  | { name: 'undoing'; done: number; total: number }
  | { name: 'done'; made: MadeImport };

export interface ImportState {
  step: ImportStep;
  /** Undoable, newest first. */
  made: readonly MadeImport[];
  /** The last operation, if cancelled. */
  cancelled: 'reading' | 'writing' | undefined;
  failure: { code: FailureCode; retry: () => void } | undefined;
}

/** Imports step by step. Outlives its view: the reader can browse meanwhile and undo later. */
export class ImportSession {
  state: ImportState = {
    step: { name: 'choose' },
    made: [],
    cancelled: undefined,
    failure: undefined,
  };
  readonly #library: LibraryContext;
  readonly #listeners = new Set<(state: ImportState) => void>();
  #underWay: AbortController | undefined;

  constructor(library: LibraryContext) {
    this.#library = library;
  }

  /** Calls `listener` now and after changes. @returns unsubscribe */
  follow(listener: (state: ImportState) => void): () => void {
    this.#listeners.add(listener);
    listener(this.state);
    return () => this.#listeners.delete(listener);
  }

  /** Reads files or text; plans the import. */
  read(what: readonly File[] | string): void {
    const before = { name: 'choose' } as const;
    void this.#work('reading', before, async (signal) => {
      const { sources, problemCount, records, ...read } = await this.#readAll(what, signal);
      if (records.length === 0 && read.dismissals.length === 0) {
        this.#goTo({ name: 'unreadable', sources, problemCount });
        return;
      }
      this.#goTo({ name: 'comparing', done: 0, total: records.length });
      const dismissals = await newDismissals(this.#library, read.dismissals);
      const plan = await planImport(this.#library, records, {
        signal,
        onProgress: (done, total) => this.#goTo({ name: 'comparing', done, total }),
      });
      const excluded = new Set<PaperId>();
      this.#goTo({ name: 'preview', sources, problemCount, plan, dismissals, excluded });
    });
  }

  /** Ignored outside the preview. */
  include(ids: readonly PaperId[], included: boolean): void {
    const { step } = this.state;
    if (step.name !== 'preview') return;
    const excluded = new Set(step.excluded);
    for (const id of ids) {
      if (included) excluded.delete(id);
      else excluded.add(id);
    }
    this.#goTo({ ...step, excluded });
  }

  /** Imports the previewed papers not excluded. */
  apply(): void {
    const { step: preview } = this.state;
    if (preview.name !== 'preview') return;
    const taken = preview.plan.filter(({ paper }) => !preview.excluded.has(paper.id));
    const records = taken.flatMap(({ record }) => record.records);
    void this.#work('writing', preview, async (signal) => {
      this.#goTo({ name: 'importing', done: 0, total: taken.length });
      const onProgress = (done: number, total: number): void =>
        this.#goTo({ name: 'importing', done, total });
      const work = { signal, onProgress };
      const outcome = await applyImport(this.#library, records, work, preview.dismissals);
      await acceptIfRestored(this.#library.db).catch((error: unknown) =>
        // The lost library's notice stays, and can be closed.
        console.warn('Papershelf could not note that the library is restored', error),
      );
      // A backup can add sightings on days already thinned.
      if (outcome.changes.some(({ sightings }) => sightings !== undefined)) {
        await sightingsThinnedOn.write(null);
      }
      const made: MadeImport = {
        at: this.#library.now(),
        from: sourcesMessage(preview.sources.map(({ name }) => name)),
        counts: outcome.counts,
        dismissed: outcome.dismissed.length,
        excluded: preview.plan.length - taken.length,
        problemCount: preview.problemCount,
        undone: false,
        outcome,
      };
      this.#set({
        step: { name: 'done', made },
        made: [made, ...this.state.made].slice(0, UNDOABLE),
      });
    });
  }

  /** Reverts an import (`undoImport`). Ignored while an operation runs. */
  undo(made: MadeImport): void {
    const total = made.outcome.changes.length;
    void this.#work('writing', this.state.step, async (signal) => {
      this.#goTo({ name: 'undoing', done: 0, total });
      await undoImport(this.#library, made.outcome, {
        signal,
        onProgress: (done, total) => this.#goTo({ name: 'undoing', done, total }),
      });
      this.#set({
        step: { name: 'done', made: { ...made, undone: true } },
        made: this.state.made.filter((each) => each !== made),
      });
    });
  }

  /** Aborts the operation, which then writes nothing. */
  cancel(): void {
    this.#underWay?.abort();
  }

  /** Back to choosing files; past imports can still be undone. */
  restart(): void {
    this.#set({ step: { name: 'choose' }, cancelled: undefined, failure: undefined });
  }

  dismissFailure(): void {
    this.#set({ failure: undefined });
  }

  /** Runs an operation; goes back to `before` on failure or cancellation. */
  async #work(
    kind: 'reading' | 'writing',
    before: ImportStep,
    work: (signal: AbortSignal) => Promise<void>,
  ): Promise<void> {
    if (this.#underWay !== undefined) return;
    const underWay = new AbortController();
    this.#underWay = underWay;
    this.#set({ cancelled: undefined, failure: undefined });
    try {
      await work(underWay.signal);
    } catch (error) {
      if (underWay.signal.aborted) {
        this.#set({ step: before, cancelled: kind });
      } else {
        const retry = (): void => void this.#work(kind, before, work);
        this.#set({ step: before, failure: { code: asFailure(error).code, retry } });
      }
    } finally {
      this.#underWay = undefined;
    }
  }

  async #readAll(what: readonly File[] | string, signal: AbortSignal): Promise<ReadSources> {
    const questions = typeof what === 'string' ? [what] : what;
    const sources: ReadSource[] = [];
    const records: ImportedRecord[] = [];
    const dismissals: Dismissal[] = [];
    let problemCount = 0;
    for (const [index, question] of questions.entries()) {
      const source = typeof question === 'string' ? i18n.t('import.pastedName') : question.name;
      const reportProgress = (fraction: number, found: number): void =>
        this.#goTo({
          name: 'reading',
          source,
          fraction: (index + fraction) / questions.length,
          records: records.length + found,
        });
      reportProgress(0, 0);
      const read = await readImport(question, { signal, onProgress: reportProgress });
      sources.push({
        name: source,
        format: read.format?.label,
        // Other encodings are certain.
        encoding: read.encoding === 'windows-1252' ? 'Windows-1252' : undefined,
        problems: read.problems,
      });
      problemCount += read.problemCount;
      for (const record of read.records) records.push(record);
      for (const dismissal of read.dismissals) dismissals.push(dismissal);
    }
    return { sources, problemCount, records, dismissals };
  }

  #goTo(step: ImportStep): void {
    this.#set({ step });
  }

  #set(changes: Partial<ImportState>): void {
    this.state = { ...this.state, ...changes };
    for (const listener of this.#listeners) listener(this.state);
  }
}
