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

/** The id of an invented paper. */
export function idOf(number: number): PaperId {
  return `arxiv:2609.${String(number).padStart(5, '0')}`;
}

/** The state of a paper that was never saved. */
export function unsaved(paperId: PaperId): PaperState {
  return { paperId, entry: null, dismissedAt: 0, wantsAuthors: false };
}

/** The state of a saved paper. */
export function saved(paperId: PaperId, wantsAuthors = false): PaperState {
  return { paperId, entry: anEntry({ paperId }), dismissedAt: 0, wantsAuthors };
}

/** What the background says of a listing whose new papers are these. */
export function recorded(newIds: PaperId[] = [], more: Partial<RecordedListing> = {}) {
  return { newIds, lastVisitAt: null, rises: [], ...more };
}

type Answers = { [T in MessageType]?: (payload: never) => unknown };

/** A background that keeps what it was asked; what it answers can be replaced. */
export class FakeBackground {
  readonly asked: { type: MessageType; payload: unknown }[] = [];
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
    this.asked.push({ type, payload });
    return this.answers[type]?.(payload);
  }) as typeof sendMessage;

  /** The payloads of the messages of this type, in order. */
  of<P>(type: MessageType): P[] {
    return this.asked.filter((message) => message.type === type).map(({ payload }) => payload as P);
  }

  /** The papers of each listing that was recorded. */
  recorded(): PaperId[][] {
    return this.of<{ reading: SiteListing['reading'] }>('listing.record').map(({ reading }) =>
      reading.cards.map(({ paper }) => paper.id),
    );
  }
}

/** Something on the page that keeps what was done to it. */
class FakeView<T> implements PlacedView<T> {
  readonly places: Element[] = [];
  readonly drawn: T[] = [];
  removals = 0;

  constructor(
    readonly what: string,
    private readonly onPlace: () => void = () => {},
  ) {}

  place(target: Element): void {
    this.places.push(target);
    this.onPlace();
  }
  draw(shown: T): void {
    this.drawn.push(shown);
  }
  remove(): void {
    this.removals += 1;
  }

  get isMounted(): boolean {
    return this.places.length > 0 && this.removals === 0;
  }
}

class FakeCardView extends FakeView<ShownCard> implements CardView {
  readonly panelPlace = {
    title: '',
    anchor: document.createElement('div'),
    onToggled: (): void => {},
  };
  /** Whether the page took it out of its card since it was placed last. */
  isLost = false;

  get isPlaced(): boolean {
    return !this.isLost && this.places.at(-1)?.isConnected === true;
  }
  override place(target: Element): void {
    this.isLost = false;
    super.place(target);
  }
}

/** A listing whose cards a test sets, with all that stands on the page for it. Needs fake timers. */
export function openListing(options: { isAlive?: () => boolean } = {}) {
  const background = new FakeBackground();
  const container = document.createElement('section');
  document.body.replaceChildren(container);
  const elements = new Map<number, Element>();
  let listing: SiteListing | undefined;

  /** The element that shows this paper first; the same each time. */
  const elementOf = (number: number): Element => {
    const known = elements.get(number) ?? document.createElement('article');
    elements.set(number, known);
    return known;
  };
  /** The page shows these papers from now on, each in its own element or in the one given. */
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
    // Like real ones, it takes what it reads for the listing that the address names.
    readListing(_, { pathname, search }) {
      if (listing === undefined) return undefined;
      const named = { kind: 'daily' as const, key: `fake${pathname}${search}` };
      return { ...listing, reading: { ...listing.reading, listing: named } };
    },
    isSettled: () => true,
    isDark: () => false,
    paperAt: () => undefined,
    readPaperPage: (_, id) => ({ id, title: '' }),
    paperUrl: (id) => `/api/${id}`,
    readPaper: () => undefined,
  };

  const views: FakeCardView[] = [];
  const bars: FakeView<PageSummary>[] = [];
  const foot = new FakeView<ShownFoot>('foot');
  const mounting = { costs: 0 };
  let now = 1000;
  vi.spyOn(performance, 'now').mockImplementation(() => now);
  const page = new ListingPage({
    site,
    document,
    sendMessage: background.sendMessage,
    settings: new PageSettings(background.sendMessage),
    views: () => ({
      card(card) {
        const view = new FakeCardView(card.paperId, () => (now += mounting.costs));
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
    /** What mounting one card costs, ms of the slice that it is done in. */
    mounting,
    elementOf,
    show,
    showNoListing: (): void => {
      listing = undefined;
    },
    /** Reads the page, and lets the time pass that this takes but for cards that may yet change. */
    async read(): Promise<void> {
      const reading = page.read();
      // Mounting is sliced into tasks.
      for (let slice = 0; slice < 100; slice += 1) await nextTask();
      await vi.advanceTimersByTimeAsync(5000);
      await Promise.race([reading, Promise.resolve()]);
    },
    visit: (path: string): void => page.visit(new URL(path, 'https://fake.example')),
    /** The papers whose views stand on the page. */
    mounted: () => views.filter(({ isMounted }) => isMounted).map(({ what }) => what),
    /** What the bar tells, once it was drawn. */
    async told() {
      await Promise.resolve();
      return bars.at(-1)?.drawn.at(-1);
    },
  };
}

/** A promise to settle by hand. */
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
