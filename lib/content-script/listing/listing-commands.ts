import type { PageAction, PageKeys } from '@/lib/keyboard/page-keys';
import type { PanelField } from '@/lib/keyboard/typed-edits';
import type { Paper } from '@/lib/papers/paper';
import type { PaperId } from '@/lib/papers/paper-id';
import { titleLink } from '../seen/paper-links';
import { CardWalk } from './card-walk';
import { ListingChanges } from './listing-changes';
import type { ListingPage } from './listing-page';
import { Selection } from './selection';

/** Opens over the page. Injected: this layer does not depend on Preact. */
export interface CommandSurfaces {
  /** Waits until the paper is saved. */
  openPanel(id: PaperId, at: PanelField): void;
  showKeys(keys: PageKeys): void;
}

/** The reader's actions, beyond saving and filtering. */
export class ListingCommands {
  readonly selection: Selection;
  readonly changes: ListingChanges;
  readonly walk: CardWalk;

  constructor(
    private readonly page: ListingPage,
    private readonly surfaces: CommandSurfaces,
    signal: AbortSignal,
  ) {
    const { state, renderer, site, document, sendMessage } = page;
    this.selection = new Selection(state);
    this.changes = new ListingChanges(sendMessage, state.papers, state);
    this.walk = new CardWalk(document, site, state, (node) => renderer.paperAt(node), signal);
  }

  /** Runs a key's action; false when there was nothing to do. */
  act(action: PageAction): boolean {
    switch (action) {
      case 'help':
        this.surfaces.showKeys(this.page.keys);
        return true;
      case 'undo':
        return this.changes.undo();
      case 'bar':
        return this.page.renderer.focusFoot();
      case 'next':
        return this.#step(1);
      case 'previous':
        return this.#step(-1);
    }
    const id = this.#currentVisible();
    if (id === undefined) return false;
    const { saved, dismissed } = this.page.papers.get(id);
    switch (action) {
      case 'open':
        this.#open(id);
        break;
      case 'save':
        if (!saved) void this.page.save(id);
        break;
      case 'tag':
        this.#openPanel(id, 'tags');
        break;
      case 'note':
        this.#openPanel(id, 'note');
        break;
      case 'dismiss':
        this.changes.dismiss(id, !dismissed);
        if (!dismissed) this.#step(1);
        break;
      case 'select':
      case 'range':
        this.select(id, action === 'range');
    }
    return true;
  }

  /** Toggles a card, or the range up to it. */
  select(id: PaperId, toHere: boolean): void {
    const order = this.page.state.visibleCards().map(({ paperId }) => paperId);
    if (toHere) this.selection.extendTo(id, order);
    else this.selection.toggle(id);
  }

  /** Exactly the visible cards that match. */
  selectAll(matches: (id: PaperId) => boolean): void {
    const ids = this.page.state.visibleCards().map(({ paperId }) => paperId);
    this.selection.set(ids.filter(matches));
  }

  /** In page order. */
  selectedPapers(): Paper[] {
    return this.page.papersOf((id) => this.selection.has(id));
  }

  /** Focuses the title of the current or last card. */
  goToCard(): void {
    this.walk.focus(this.page.state.visibleCards());
  }

  /** Also saves the paper. */
  #openPanel(id: PaperId, at: PanelField): void {
    if (!this.page.papers.get(id).saved) void this.page.save(id);
    this.surfaces.openPanel(id, at);
  }

  /** By a click on its title. */
  #open(id: PaperId): void {
    const { state, site } = this.page;
    const card = state.listing?.cards.find(({ paperId }) => paperId === id);
    const link = card && titleLink(site, card.element, id);
    if (link === undefined) return;
    // Scripted clicks are not reported by themselves.
    this.page.reportOpened(id);
    link.click();
  }

  /** Undefined if the card is hidden or gone. */
  #currentVisible(): PaperId | undefined {
    const { state } = this.page;
    return state.visibleCards().find(({ paperId }) => paperId === state.current)?.paperId;
  }

  /** `CardWalk.step` over visible cards, from the current one, visible or not. */
  #step(by: 1 | -1): boolean {
    const { state } = this.page;
    const cards = state.listing?.cards ?? [];
    const onTheWay = cards.filter(({ paperId }) => {
      return paperId === state.current || state.isVisible(paperId);
    });
    return this.walk.step(onTheWay, by);
  }
}
