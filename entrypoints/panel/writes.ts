import type { EntryEdit } from '@/lib/papers/edit-entry';

/** A frame's running writes, and words that could not be stored. */
export class Writes {
  readonly #underWay = new Set<Promise<unknown>>();
  /** By field. */
  readonly #unstored = new Map<string, string>();

  /** @param onChange called when words cannot be stored, or are after all */
  constructor(private readonly onChange: (hasUnstored: boolean) => void) {}

  /** Words that could not be stored, one field per line. */
  get unstored(): string {
    return [...this.#unstored.values()].join('\n');
  }

  /** `write` stores the edit. */
  async edit<T>(edit: EntryEdit, write: () => Promise<T>): Promise<T> {
    const words = wordsOf(edit);
    try {
      const stored = await this.track(write());
      if (words !== undefined) this.#unstored.delete(words.field);
      return stored;
    } catch (error) {
      if (words !== undefined) this.#unstored.set(words.field, words.text);
      throw error;
    } finally {
      this.onChange(this.#unstored.size > 0);
    }
  }

  /** Makes `settled` wait for `write`; settles as it does. */
  async track<T>(write: Promise<T>): Promise<T> {
    this.#underWay.add(write);
    try {
      return await write;
    } finally {
      this.#underWay.delete(write);
    }
  }

  /** Resolves once no write is running. */
  async settled(): Promise<void> {
    while (this.#underWay.size > 0) {
      await Promise.allSettled(this.#underWay);
      // Fields may store later text.
      await new Promise((resolve) => setTimeout(resolve));
    }
  }
}

function wordsOf(edit: EntryEdit): { field: string; text: string } | undefined {
  switch (edit.kind) {
    case 'note':
      return { field: 'note', text: edit.text };
    case 'add-tag':
      return { field: `tag ${edit.tag}`, text: edit.tag };
    default:
      return undefined;
  }
}
