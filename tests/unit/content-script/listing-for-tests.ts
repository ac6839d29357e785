import type { PanelField } from '@/lib/keyboard/typed-edits';
import { vi } from 'vitest';
import type { sendMessage } from '@/lib/messaging/client';
import type { MessageType } from '@/lib/messaging/protocol';
import { PageSettings } from '@/lib/content-script/page-settings';
import { ListingCommands } from '@/lib/content-script/listing/listing-commands';
import { ListingPage } from '@/lib/content-script/listing/listing-page';
import type {
  CardView,
  PageSummary,
  PlacedView,
  ShownCard,
  ShownFoot,
} from '@/lib/content-script/listing/listing-views';
import { DEFAULT_CARD_FILTER } from '@/lib/papers/card-filter';
import { DEFAULT_PAGE_KEYS } from '@/lib/keyboard/page-keys';
import type { RecordedListing } from '@/lib/library/record/record-listing';
import type { PaperState } from '@/lib/library/paper-state';
import type { Paper } from '@/lib/papers/paper';
import type { PaperId } from '@/lib/papers/paper-id';
import type { SiteCard, SiteListing, SiteReader } from '@/lib/sites/site-reader';
import { nextTask } from '../../fixtures/next-task';
import { anEntry } from '../../fixtures/rows';

/** The id of a made-up paper. */
export function idOf(number: number): PaperId {
  return `arxiv:2609.${String(number).padStart(5, '0')}`;
}

/** The state of an unsaved paper. */
export function unsaved(paperId: PaperId): PaperState {
  return { paperId, entry: null, dismissedAt: 0, wantsAuthors: false };
}

/** The state of a saved paper. */
export function saved(paperId: PaperId, wantsAuthors = false): PaperState {
  return { paperId, entry: anEntry({ paperId }), dismissedAt: 0, wantsAuthors };
}

/** The background's answer for a listing. */
export function recorded(newIds: PaperId[] = [], more: Partial<RecordedListing> = {}) {
  return { newIds, lastVisitAt: null, rises: [], ...more };
}

type Answers = { [T in MessageType]?: (payload: never) => unknown };

/** Records its messages; its answers can be replaced. */
export class FakeBackground {
  readonly messages: { type: MessageType; payload: unknown }[] = [];
  answers: Answers = {
    'listing.record': () => recorded(),
    'listing.settings': () => ({
      filter: DEFAULT_CARD_FILTER,
      keys: DEFAULT_PAGE_KEYS,
      exportChoices: [],
    }),
    'listing.save-filter': () => null,
    'papers.seen': () => null,
    'papers.dismiss': ({ paperId, dismissed }: { paperId: PaperId; dismissed: boolean }) => ({
      ...unsaved(paperId),
      dismissedAt: dismissed ? 1 : 0,
    }),
    'library.states': ({ paperIds }: { paperIds: PaperId[] }) => paperIds.map(unsaved),
    'library.save': ({ paper }: { paper: Paper }) => saved(paper.id),
    'paper.claim-completion': () => true,
    'paper.complete': () => null,
  };

  readonly sendMessage = (async (type: MessageType, payload: never) => {
    this.messages.push({ type, payload });
    return this.answers[type]?.(payload);
  }) as typeof sendMessage;

  /** The payloads of messages of `type`. */
  of<P>(type: MessageType): P[] {
    return this.messages
      .filter((message) => message.type === type)
      .map(({ payload }) => payload as P);
  }

  recorded(): PaperId[][] {
    return this.of<{ reading: SiteListing['reading'] }>('listing.record').map(({ reading }) =>
      reading.cards.map(({ paper }) => paper.id),
    );
  }
}

/** A view that records its calls. */
class FakeView<T> implements PlacedView<T> {
  readonly places: Element[] = [];
  readonly drawn: T[] = [];
  removals = 0;

  constructor(
    readonly what: string,
    private readonly onDraw: () => void = () => {},
  ) {}

  place(target: Element): void {
    this.places.push(target);
  }
  draw(shown: T): void {
    this.drawn.push(shown);
    this.onDraw();
  }
  remove(): void {
    this.removals += 1;
  }

  get isMounted(): boolean {
    return this.places.length > 0 && this.removals === 0;
  }
}

class FakeCardView extends FakeView<ShownCard> implements CardView {
  constructor(
    what: string,
    onDraw: () => void,
    private readonly onMeasure: () => void,
  ) {
    super(what, onDraw);
  }

  readonly panelPlace = {
    title: '',
    anchor: document.createElement('div'),
    button: (): HTMLElement => document.createElement('button'),
    onToggled: (): void => {},
  };
  /** Set when the page removed it from its card. */
  isLost = false;

  get isPlaced(): boolean {
    return !this.isLost && this.places.at(-1)?.isConnected === true;
  }
  measure(): void {
    this.onMeasure();
  }
  override place(target: Element): void {
    this.isLost = false;
    super.place(target);
  }
}

/** A listing page with fake views. Needs fake timers. */
export function openListing(options: { isAlive?: () => boolean } = {}) {
  const background = new FakeBackground();
  const container = document.createElement('section');
  document.body.replaceChildren(container);
  const elements = new Map<number, Element>();
  let listing: SiteListing | undefined;

  const elementOf = (number: number): Element => {
    const known = elements.get(number) ?? document.createElement('article');
    elements.set(number, known);
    return known;
  };
  const show = (numbers: readonly number[], shownIn = elementOf): void => {
    const cards = numbers.map((number): SiteCard => ({
      element: shownIn(number),
      paperId: idOf(number),
      title: `Paper ${number}`,
      corner: 'top-right',
    }));
    container.replaceChildren(...cards.map(({ element }) => element));
    listing = {
      reading: {
        listing: { kind: 'daily', key: 'fake/daily' },
        cardsFound: cards.length,
        cards: cards.map(({ paperId, title }, index) => ({
          paper: { id: paperId, title },
          rank: index + 1,
        })),
      },
      cards,
      container,
    };
  };

  const site: SiteReader = {
    origin: 'https://fake.example',
    patterns: ['https://fake.example/papers*'],
    matches: ({ pathname }) => pathname.startsWith('/papers'),
    // Like real sites, takes the listing's key from the URL.
    readListing(_, { pathname, search }, _now, counts = () => true) {
      if (listing === undefined) return undefined;
      const cards = listing.cards.filter(({ element }) => counts(element));
      const ids = new Set(cards.map(({ paperId }) => paperId));
      const reading = {
        listing: { kind: 'daily' as const, key: `fake${pathname}${search}` },
        cardsFound: cards.length,
        cards: listing.reading.cards.filter(({ paper }) => ids.has(paper.id)),
      };
      return { ...listing, cards, reading };
    },
    isSettled: () => true,
    isDark: () => false,
    paperAt: () => undefined,
    paperOn: (card) => listing?.cards.find(({ element }) => element === card)?.paperId,
    paperUrl: (id) => `/api/${id}`,
    readPaper: () => undefined,
  };

  const views: FakeCardView[] = [];
  const bars: FakeView<PageSummary>[] = [];
  const foot = new FakeView<ShownFoot>('foot');
  const drawing = { costs: 0 };
  const placedAtMeasures: number[] = [];
  const invisible = new Set<Element>();
  let now = 1000;
  vi.spyOn(performance, 'now').mockImplementation(() => now);
  const page = new ListingPage({
    site,
    document,
    sendMessage: background.sendMessage,
    settings: new PageSettings(background.sendMessage),
    views: () => ({
      card(card) {
        const view = new FakeCardView(
          card.paperId,
          () => (now += drawing.costs),
          () => placedAtMeasures.push(views.filter(({ isMounted }) => isMounted).length),
        );
        views.push(view);
        return view;
      },
      bar() {
        const view = new FakeView<PageSummary>('bar');
        bars.push(view);
        return view;
      },
      foot: () => Object.assign(foot, { focus: () => true }),
      closePanel: vi.fn(),
    }),
    visibilityCheck: () => (element) => !invisible.has(element),
    isAlive: options.isAlive ?? (() => true),
    signal: new AbortController().signal,
  });

  const openedPanels: [PaperId, PanelField][] = [];
  const commands = new ListingCommands(
    page,
    { openPanel: (...panel) => void openedPanels.push(panel), showKeys: vi.fn() },
    new AbortController().signal,
  );

  return {
    page: Object.assign(page, { commands }),
    openedPanels,
    background,
    site,
    container,
    views,
    bars,
    foot,
    /** Simulated time to draw one card, ms. */
    drawing,
    elementOf,
    /** Views on cards when the style of each card was read. */
    placedAtMeasures,
    /** Cards that styles of the page hide. */
    invisible,
    show,
    showNoListing: (): void => {
      listing = undefined;
    },
    /** Reads the page, without waiting for cards that may still change. */
    async read(): Promise<void> {
      const reading = page.read();
      // Drawing is sliced into tasks.
      for (let slice = 0; slice < 100; slice += 1) await nextTask();
      await vi.advanceTimersByTimeAsync(5000);
      await Promise.race([reading, Promise.resolve()]);
    },
    visit: (path: string): void => page.visit(new URL(path, 'https://fake.example')),
    mounted: () => views.filter(({ isMounted }) => isMounted).map(({ what }) => what),
    async summary() {
      await Promise.resolve();
      return bars.at(-1)?.drawn.at(-1);
    },
  };
}

/** A deferred promise. */
export function promised<T>(): {
  promise: Promise<T>;
  resolve: (value: T) => void;
  reject: (error: unknown) => void;
} {
  let resolve: (value: T) => void = () => {};
  let reject: (error: unknown) => void = () => {};
  const promise = new Promise<T>((onDone, onFailed) => {
    resolve = onDone;
    reject = onFailed;
  });
  return { promise, resolve, reject };
}
