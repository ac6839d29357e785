import { browser } from '#imports';
import {
  answerTokens,
  FRAME_PAGE,
  type FrameView,
  type FromFrame,
  type ToFrame,
} from '@/lib/messaging/frame';
import { isConnected } from '@/lib/messaging/client';
import type { MakeHost } from '../hosts/shadow-hosts';
import frameCss from './frame.css?inline';

/** The width of each kind of frame, px. */
const WIDTHS = { panel: 296, tag: 234, status: 164, export: 164 } as const;

/** Gap to the edges of the window, px. */
const GAP = 6;

/** Tokens that were handed out and not confirmed yet. */
const tokens = new Set<string>();
let answering = false;

export interface FrameOptions {
  document: Document;
  makeHost: MakeHost;
  view: FrameView;
  /** The frame's name for screen readers. */
  title: string;
  /** Moves the host to its place, after it changed its size. */
  place: (host: HTMLElement) => void;
  /** It is drawn; `show` comes next. */
  onReady: () => void;
  onMessage: (message: FromFrame) => void;
}

/** A loaded page of the extension, without content. */
interface EmptyFrame {
  element: HTMLElement;
  iframe: HTMLIFrameElement;
  port: MessagePort;
}

let spare: EmptyFrame | undefined;

/** Loads the next frame, since loading takes longer than drawing. */
export function prepareFrame(document: Document, makeHost: MakeHost): void {
  // The page may have removed it.
  if (spare?.element.isConnected) return;
  // Not `display: none`: the frame could not measure its content.
  const style = { position: 'fixed', top: '0', left: '0', visibility: 'hidden' };
  const { element, root } = makeHost(frameCss, style);
  const iframe = document.createElement('iframe');
  const { port1, port2 } = new MessageChannel();
  // Once: a page that moves the host in its tree loads it again, and it stays empty.
  iframe.addEventListener('load', () => handOver(iframe, port2), { once: true });
  iframe.src = browser.runtime.getURL(FRAME_PAGE);
  const box = document.createElement('div');
  box.className = 'ps-frame';
  box.append(iframe);
  root.append(box);
  element.popover = 'manual';
  document.documentElement.append(element);
  spare = { element, iframe, port: port1 };
}

/** Gives the frame a port, and a token that it confirms with this content script. */
function handOver(iframe: HTMLIFrameElement, port: MessagePort): void {
  if (!answering) answerTokens((token) => tokens.delete(token), new AbortController().signal);
  answering = true;
  const token = crypto.randomUUID();
  tokens.add(token);
  // Only to a document of the extension: the page could have replaced it.
  iframe.contentWindow?.postMessage(token, browser.runtime.getURL('/'), [port]);
}

/** A page of the extension over the site's page, which has no access to it (docs/decisions/0027). */
export class Frame {
  readonly element: HTMLElement;
  readonly #iframe: HTMLIFrameElement;
  readonly #port: MessagePort;
  readonly #ending = new AbortController();
  #isReady = false;

  constructor(private readonly options: FrameOptions) {
    const { document, makeHost, view, title } = options;
    prepareFrame(document, makeHost);
    const { element, iframe, port } = spare!;
    spare = undefined;
    this.element = element;
    this.#iframe = iframe;
    this.#port = port;
    iframe.title = title;
    iframe.dataset['view'] = view.kind === 'panel' ? 'panel' : 'menu';
    this.width = WIDTHS[view.kind];
    element.showPopover();
    port.addEventListener('message', ({ data }: MessageEvent<FromFrame>) => this.#take(data));
    port.start();
    // The theme of the page.
    const watch = new MutationObserver(() => this.#sendTheme());
    watch.observe(element, { attributeFilter: ['style'] });
    this.#ending.signal.addEventListener('abort', () => watch.disconnect());
    // They wait in the port until the token is confirmed.
    this.#sendTheme();
    this.send({ kind: 'open', view });
  }

  /** Drawn, so that it can be shown. */
  get isReady(): boolean {
    return this.#isReady;
  }

  get hasFocus(): boolean {
    return this.element.ownerDocument.activeElement === this.element;
  }

  /** In px; no more than the window has. */
  set width(width: number) {
    this.#iframe.style.width = `min(${width}px, 100vw - ${2 * GAP}px)`;
  }

  send(message: ToFrame): void {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a port has none
    this.#port.postMessage(message);
  }

  /** Shows it, with the focus. @param typed the text typed until now */
  show(typed: string): void {
    const { element } = this;
    Object.assign(element.style, { display: 'block', visibility: 'visible' });
    this.options.place(element);
    // Before later keys.
    this.send({ kind: 'shown', typed });
    this.#iframe.focus();
    this.#watchPlace();
  }

  /** It goes on running, to store what is left. */
  hide(): void {
    this.element.style.display = 'none';
  }

  /** Call when its anchor may have moved. */
  place(): void {
    this.options.place(this.element);
  }

  /** Reports that it moved, perhaps by the page, under the pointer. */
  #watchPlace(): void {
    const { element } = this;
    let { top, left } = element.getBoundingClientRect();
    const look = (): void => {
      if (this.#ending.signal.aborted || element.style.display === 'none') return;
      const now = element.getBoundingClientRect();
      if (now.top !== top || now.left !== left) this.send({ kind: 'moved' });
      ({ top, left } = now);
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  }

  remove(): void {
    this.#ending.abort();
    this.#port.close();
    this.element.remove();
    // After an update of the extension there is none.
    if (isConnected()) prepareFrame(this.options.document, this.options.makeHost);
  }

  #sendTheme(): void {
    this.send({ kind: 'theme', dark: this.element.style.colorScheme === 'dark' });
  }

  #take(message: FromFrame): void {
    if (message.kind !== 'size') return this.options.onMessage(message);
    this.#iframe.style.height = `min(${message.height}px, 100vh - ${2 * GAP}px)`;
    if (this.#isReady) return this.place();
    this.#isReady = true;
    this.options.onReady();
  }
}
