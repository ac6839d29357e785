import type { PaperId } from '@/lib/papers/paper-id';
import type { MakeHost } from '../hosts/shadow-hosts';
import type { LoadLazyUi } from '../lazy/load-lazy-ui';
import {
  wantPanel,
  type Panel,
  type PanelPage,
  type PanelRequest,
  type WantedPanel,
} from './panel';

/** The panel of a listing's cards, loaded when it is first opened. */
export class PanelLoader {
  #panel: Panel | undefined;
  /** Requested while the lazy UI loads. */
  #waiting: WantedPanel | undefined;

  constructor(
    private readonly document: Document,
    private readonly page: PanelPage,
    private readonly makeHost: MakeHost,
    private readonly loadLazyUi: LoadLazyUi,
    private readonly signal: AbortSignal,
  ) {
    // Last chance to store what was typed ahead.
    document.defaultView?.addEventListener('pagehide', () => this.#cancel(), { signal });
  }

  isOpen(paperId: PaperId): boolean {
    return this.#panel?.isOpen(paperId) ?? false;
  }

  toggle(request: Omit<PanelRequest, 'at'>): void {
    if (this.isOpen(request.paperId)) this.close();
    else this.open({ ...request, at: 'status' });
  }

  open(request: PanelRequest): void {
    this.close();
    const wanted = wantPanel(this.document, request, () => this.#cancel(), this.signal);
    this.#waiting = wanted;
    this.#load((panel) => {
      if (this.#waiting !== wanted) return;
      this.#waiting = undefined;
      panel.open(wanted);
      // Removed while the lazy UI loaded.
      if (!wanted.anchor.isConnected) panel.lose(wanted.paperId, wanted.anchor);
    });
  }

  moveTo(paperId: PaperId, anchor: HTMLElement, onToggled: () => void): void {
    if (this.#waiting?.paperId === paperId) Object.assign(this.#waiting, { anchor, onToggled });
    this.#panel?.moveTo(paperId, anchor, onToggled);
  }

  lose(paperId: PaperId, anchor: HTMLElement): void {
    this.#panel?.lose(paperId, anchor);
  }

  close(): void {
    const waiting = this.#waiting;
    if (waiting === undefined) return this.#panel?.close();
    this.#waiting = undefined;
    this.#load((panel) => panel.keepTyped(waiting));
  }

  draw(paperId: PaperId): void {
    this.#panel?.draw(paperId);
  }

  #cancel(): void {
    if (this.#waiting === undefined) this.#panel?.cancel();
    else this.close();
  }

  #load(use: (panel: Panel) => void): void {
    this.loadLazyUi((ui) => {
      this.#panel ??= ui.panel(this.document, this.page, this.makeHost, this.signal);
      use(this.#panel);
    });
  }
}
