import type { SendMessage } from '@/lib/messaging/client';
import type { PagePaper } from '@/lib/messaging/page-cards';
import type { QuotationAdded } from '@/lib/messaging/quotations';
import { asFailure } from '@/lib/shared/failure';
import type { PageKeys } from '@/lib/keyboard/page-keys';
import { titleOf, type Paper } from '@/lib/papers/paper';
import type { PaperId } from '@/lib/papers/paper-id';
import type { Rise } from '@/lib/papers/rise';
import type { Site } from '@/lib/sites/site';
import { AuthorCompletion } from './complete-authors';
import type { PlacedView } from './listing/listing-views';
import type { PageSettings } from './page-settings';
import { ShownPapers, type ShownPaper } from './shown-papers';

/** A quotation that the reader is told of. */
export interface QuotationNotice extends QuotationAdded {
  /** It could not be taken back: it was left in the note. */
  left?: true;
}

/** A paper's own page, as it is shown. */
export interface PaperOnPage {
  title: string;
  shown: ShownPaper;
  /** The upvotes gained since the last visit, where worth saying. */
  rise: Rise | undefined;
  /** The quotation that was added last, while it is told of; each is an object of its own. */
  quotation: QuotationNotice | undefined;
}

export interface PaperPageOptions {
  site: Site;
  document: Document;
  sendMessage: SendMessage;
  settings: PageSettings;
  /** What draws it; handed in, so that this file knows no framework. */
  view: (page: PaperPage, id: PaperId) => PlacedView<PaperOnPage>;
  /** Whether the extension is still there: not even its words are, once it was updated. */
  isAlive: () => boolean;
}

/**
 * The own page of a paper in one tab, over all its in-page navigation: offers to save it, and has
 * what it says recorded. What is on the page is read anew when it matters; nothing of it is kept.
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
  /** Whether what the page says was recorded, once for each visit. */
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

  /** The page goes to `url`, perhaps without a reload. */
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

  /** The keys on this page, as the reader has set them; none on any other. */
  get keys(): PageKeys {
    return this.#options.settings.keysIf(this.#id !== undefined);
  }

  /**
   * Reads what the page says now. Right after an in-page navigation that may be nothing of this
   * paper yet; it is recorded once it has a title.
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

  /** What the page shows, for the popup; undefined when it is no paper's own. */
  cards(): PagePaper | undefined {
    const paper = this.#readPaper();
    return paper && { paper };
  }

  async save(): Promise<void> {
    const paper = this.#readPaper();
    if (paper !== undefined) await this.papers.save(paper);
  }

  /** Takes note that the entries of `ids` changed elsewhere; undefined means any may have. */
  async onChanged(ids: readonly PaperId[] | undefined): Promise<void> {
    const id = this.#id;
    if (id === undefined || ids?.includes(id) === false) return;
    // A failure is told where the reader acts; this has nobody to tell.
    await this.papers.refresh([id]).catch(() => {});
  }

  /** Tells of a quotation that was added to this paper's note; undefined to tell no more. */
  showQuotation(news: QuotationNotice | undefined): void {
    if (news !== undefined && news.paperId !== this.#id) return;
    this.#quotation = news;
    this.#draw();
  }

  /**
   * Takes the quotation out of the note, and the paper out of the library if it came with it and the
   * reader wrote nothing else to it. What was left in the note is told.
   */
  async undoQuotation(): Promise<void> {
    const news = this.#quotation;
    if (news === undefined || news.left) return;
    this.showQuotation(undefined);
    const told = await this.#takeBack(news);
    // Another may have been added meanwhile.
    if (told !== undefined && this.#quotation === undefined) this.showQuotation(told);
  }

  /** Takes a quotation back; gives what is still to be told of it. */
  async #takeBack(news: QuotationAdded): Promise<QuotationNotice | undefined> {
    try {
      const { state, left } = await this.sendMessage('library.undo-quotation', news);
      this.papers.take([state]);
      return left ? { ...news, left } : undefined;
    } catch (error) {
      console.error('Papershelf could not undo a quotation', asFailure(error));
      return news;
    }
  }

  /** Takes everything of ours off the page. */
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
      // The next reading tries again.
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
