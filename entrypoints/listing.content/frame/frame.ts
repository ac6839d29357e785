import { browser } from '#imports';
import {
  answerTokens,
  FRAME_PAGE,
  type FrameView,
  type FromFrame,
  type ToFrame,
} from '@/lib/messaging/frame';
import { isConnected } from '@/lib/messaging/client';
import { withoutNames } from '@/lib/shared/dom-names';
import type { MakeHost } from '../hosts/shadow-hosts';
import frameCss from './frame.css?inline';

/** Of each kind of frame, px. */
const WIDTHS = { panel: 296, tag: 234, status: 164, export: 164 } as const;

/** Gap to the window's edges, px. */
const GAP = 6;

/** Width of the box's two borders, px. */
const BORDERS = 2;

/** The size of a fixed box around so many px: `100vw` would count the scrollbar. */
function atMost(px: number): string {
  return `min(${px + BORDERS}px, 100% - ${2 * GAP}px)`;
}

/** Handed out, not confirmed yet. */
const tokens = new Set<string>();
let answering = false;

export interface FrameOptions {
  document: Document;
  makeHost: MakeHost;
  view: FrameView;
  /** For screen readers. */
  title: string;
  /** Places the host after it changed its size. */
  place: (host: HTMLElement) => void;
  /** Drawn; `show` comes next. */
  onReady: () => void;
  onMessage: (message: FromFrame) => void;
}

/** A loaded page of the extension, still empty. */
interface EmptyFrame {
  element: HTMLElement;
  iframe: HTMLIFrameElement;
  port: MessagePort;
}

let spare: EmptyFrame | undefined;

/** Loads the next frame: loading takes longer than drawing. */
export function prepareFrame(document: Document, makeHost: MakeHost): void {
  // Maybe the page removed it.
  if (spare?.element.isConnected) return;
  // `display: none` would prevent measuring the content.
  const height = '122px';
  const style = { position: 'fixed', top: '0', left: '0', height, visibility: 'hidden' };
  const { element, root } = makeHost(frameCss, style);
  const iframe = document.createElement('iframe');
  const { port1, port2 } = new MessageChannel();
  // Once: if the page moves the host, the frame loads again and stays empty.
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

/** Gives the frame a port, and a token to confirm with this script. */
function handOver(iframe: HTMLIFrameElement, port: MessagePort): void {
  if (!answering) answerTokens((token) => tokens.delete(token), new AbortController().signal);
  answering = true;
  const token = crypto.randomUUID();
  tokens.add(token);
  // Only to the extension's document: the page may have replaced it.
  iframe.contentWindow?.postMessage(token, browser.runtime.getURL('/'), [port]);
}

/** A page of the extension over the site's page, inaccessible to it (docs/decisions/0027). */
export class Frame {
  readonly element: HTMLElement;
  readonly #iframe: HTMLIFrameElement;
  readonly #port: MessagePort;
  readonly #ending = new AbortController();
  #isReady = false;
  #reportsFocus = false;

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
    // The page's theme.
    const watch = new MutationObserver(() => this.#sendTheme());
    watch.observe(element, { attributeFilter: ['style'] });
    this.#ending.signal.addEventListener('abort', () => watch.disconnect());
    // They wait in the port until the token is confirmed.
    this.#sendTheme();
    this.send({ kind: 'open', view });
  }

  /** Drawn, ready to show. */
  get isReady(): boolean {
    return this.#isReady;
  }

  /** Chromium reports the body after Tab into a frame (seen in 156). */
  get hasFocus(): boolean {
    const { activeElement, body } = withoutNames(this.element.ownerDocument);
    return activeElement === this.element || (this.#reportsFocus && activeElement === body);
  }

  /** px; at most the window's, without its scrollbar. */
  set width(width: number) {
    this.element.style.width = atMost(width);
  }

  /** Queued until the token is confirmed. */
  send(message: ToFrame): void {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a port has none
    this.#port.postMessage(message);
  }

  /** Shows and focuses it. @param typed the text typed so far */
  show(typed: string): void {
    const { element } = this;
    Object.assign(element.style, { display: 'block', visibility: 'visible' });
    this.options.place(element);
    // Before later keys.
    this.send({ kind: 'shown', typed });
    this.#iframe.focus();
    this.#watchPlace();
  }

  /** It goes on, to store unfinished writes. */
  hide(): void {
    this.element.style.display = 'none';
  }

  /** Call if its anchor may have moved. */
  place(): void {
    this.options.place(this.element);
  }

  /** Reports moves under the pointer, perhaps by the page. */
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

  /** Permanent. Loads the next frame. */
  remove(): void {
    this.#ending.abort();
    this.#port.close();
    this.element.remove();
    // None after an update of the extension.
    if (isConnected()) prepareFrame(this.options.document, this.options.makeHost);
  }

  #sendTheme(): void {
    this.send({ kind: 'theme', dark: this.element.style.colorScheme === 'dark' });
  }

  #take(message: FromFrame): void {
    if (message.kind === 'focus') {
      this.#reportsFocus = message.hasFocus;
      return;
    }
    if (message.kind !== 'size') return this.options.onMessage(message);
    this.element.style.height = atMost(message.height);
    if (this.#isReady) return this.place();
    this.#isReady = true;
    this.options.onReady();
  }
}
