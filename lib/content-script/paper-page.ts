import type { SendMessage } from '@/lib/messaging/client';
import type { PagePaper } from '@/lib/messaging/page-cards';
import type { QuotationAdded } from '@/lib/messaging/quotations';
import { asFailure } from '@/lib/shared/failure';
import type { PageKeys } from '@/lib/keyboard/page-keys';
import { titleOf, type Paper } from '@/lib/papers/paper';
import type { PaperId } from '@/lib/papers/paper-id';
import type { Rise } from '@/lib/papers/rise';
import type { PaperReader, SiteReader } from '@/lib/sites/site-reader';
import { AuthorCompletion } from './complete-authors';
import type { PlacedView } from './listing/listing-views';
import type { PageSettings } from './page-settings';
import { ShownPapers, type ShownPaper } from './shown-papers';

export interface QuotationNotice extends QuotationAdded {
  /** Not undone: still in the note. */
  left?: true;
}

export interface PaperOnPage {
  title: string;
  shown: ShownPaper;
  /** Since the last visit, if notable. */
  rise: Rise | undefined;
  /** Only while its notice is shown; always a new object. */
  quotation: QuotationNotice | undefined;
}

export interface PaperPageOptions {
  site: SiteReader & PaperReader;
  document: Document;
  sendMessage: SendMessage;
  settings: PageSettings;
  /** Injected: this layer does not depend on Preact. */
  view: (page: PaperPage, id: PaperId) => PlacedView<PaperOnPage>;
  /** False once the extension was updated or removed; i18n then fails. */
  isAlive: () => boolean;
}

/**
 * A paper's own page in a tab, across in-page navigation: offers to save the paper and records its
 * facts. Reads without a cache.
 */
export class PaperPage {
  readonly papers: ShownPapers;
  readonly isAlive: () => boolean;
  readonly sendMessage: SendMessage;
  readonly #options: PaperPageOptions;
  readonly #completion: AuthorCompletion;
  #view: PlacedView<PaperOnPage> | undefined;
  #id: PaperId | undefined;
  #title = '';
  /** Once per visit. */
  #recorded = false;
  #rise: Rise | undefined;
  #quotation: QuotationNotice | undefined;

  constructor(options: PaperPageOptions) {
    this.#options = options;
    this.isAlive = options.isAlive;
    this.sendMessage = options.sendMessage;
    this.papers = new ShownPapers(options.sendMessage, () => this.#draw());
    this.#completion = new AuthorCompletion(options.site, options.sendMessage);
  }

  /** Perhaps without a reload. */
  visit(url: URL): void {
    const id = this.#options.site.paperAt(url);
    if (id === this.#id) return;
    this.clear();
    this.#id = id;
    if (id === undefined) return;
    void this.papers.refresh([id]).catch(() => {});
    void this.#options.settings.known();
    this.read();
  }

  /** Off on other pages. */
  get keys(): PageKeys {
    return this.#options.settings.keysIf(this.#id !== undefined);
  }

  /**
   * Recorded only with a title: right after an in-page navigation the page may not show this paper
   * yet.
   */
  read(): void {
    if (this.#recorded || !this.isAlive()) return;
    const paper = this.#readPaper();
    if (paper === undefined) return;
    this.#title = titleOf(paper);
    this.#view ??= this.#options.view(this, paper.id);
    this.#view.place(this.#options.document.documentElement);
    this.#draw();
    if (paper.title !== '') void this.#record(paper);
  }

  /** For the popup; undefined on other pages. */
  cards(): PagePaper | undefined {
    const paper = this.#readPaper();
    return paper && { paper };
  }

  /** Ignored until the page shows its paper. */
  async save(): Promise<void> {
    const paper = this.#readPaper();
    if (paper !== undefined) await this.papers.save(paper);
  }

  /** Refreshes the paper if changed elsewhere; undefined means any. */
  async onChanged(ids: readonly PaperId[] | undefined): Promise<void> {
    const id = this.#id;
    if (id === undefined || ids?.includes(id) === false) return;
    // Failures are not shown: the reader did not start this.
    await this.papers.refresh([id]).catch(() => {});
  }

  /** Undefined hides the notice. */
  showQuotation(addition: QuotationNotice | undefined): void {
    if (addition !== undefined && addition.paperId !== this.#id) return;
    this.#quotation = addition;
    this.#draw();
  }

  /**
   * Removes the quotation, and its paper if saved with it and not edited since. Reports one that
   * remains.
   */
  async undoQuotation(): Promise<void> {
    const addition = this.#quotation;
    if (addition === undefined || addition.left) return;
    this.showQuotation(undefined);
    const notice = await this.#undoQuotation(addition);
    // Another may have followed.
    if (notice !== undefined && this.#quotation === undefined) this.showQuotation(notice);
  }

  /** The next notice, if any. */
  async #undoQuotation(addition: QuotationAdded): Promise<QuotationNotice | undefined> {
    try {
      const { state, left } = await this.sendMessage('library.undo-quotation', addition);
      this.papers.take([state]);
      return left ? { ...addition, left } : undefined;
    } catch (error) {
      console.error('Papershelf could not undo a quotation', asFailure(error));
      return addition;
    }
  }

  /** Removes the view and forgets the paper. */
  clear(): void {
    this.#view?.remove();
    this.#view = undefined;
    this.#id = undefined;
    this.#recorded = false;
    this.#rise = undefined;
    this.#quotation = undefined;
  }

  async #record(paper: Paper): Promise<void> {
    this.#recorded = true;
    try {
      const { state, rise } = await this.sendMessage('paper.record', { paper });
      if (this.#id === paper.id) this.#rise = rise ?? undefined;
      this.papers.take([state]);
      this.#draw();
    } catch {
      // The next reading retries.
      if (this.#id === paper.id) this.#recorded = false;
    }
  }

  #readPaper(): Paper | undefined {
    const { site, document } = this.#options;
    return this.#id && site.readPaperPage(document, this.#id, Date.now());
  }

  #draw(): void {
    if (this.#id === undefined) return;
    const shown = this.papers.get(this.#id);
    if (shown.state.wantsAuthors && this.#options.document.visibilityState === 'visible') {
      this.#completion.want(this.#id);
    }
    this.#view?.draw({
      title: this.#title,
      shown,
      rise: this.#rise,
      quotation: this.#quotation,
    });
  }
}
