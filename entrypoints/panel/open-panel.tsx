import tokensCss from '@/components/styles/tokens.css?inline';
import controlsCss from '@/components/styles/controls.css?inline';
import fieldsCss from '@/components/fields/fields.css?inline';
import menuCss from '@/components/overlay/menu.css?inline';
import historyCss from '@/components/paper/paper-history.css?inline';
import savePanelCss from './save-panel.css?inline';
import frameCss from './frame.css?inline';
import { render } from 'preact';
import type { FrameView, FromFrame, ToFrame } from '@/lib/messaging/frame';
import { BulkPanel } from './BulkPanel';
import { EntryPanel } from './EntryPanel';
import { keepMessages } from './keep-messages';
import { PressGuard } from './press-guard';
import { Writes } from './writes';

/** Height while unknown, px. */
const FIRST_HEIGHT = 120;

const sheet = new CSSStyleSheet();
sheet.replaceSync(
  tokensCss + controlsCss + fieldsCss + menuCss + historyCss + savePanelCss + frameCss,
);

/** Shows in `root` what the content script on `port` asks for. */
export function openPanel(root: HTMLElement, port: MessagePort): void {
  document.adoptedStyleSheets = [sheet];
  void keepMessages();
  const guard = new PressGuard(root);
  let view: FrameView | undefined;
  let hasFocus = false;
  let typedAhead = '';
  let isAsked = false;
  let isLeaving = false;
  const undo: { current: (() => void) | undefined } = { current: undefined };
  const send = (message: FromFrame): void => port.postMessage(message);
  const writes = new Writes((unstored) => {
    isAsked &&= unstored;
    send({ kind: 'unstored', unstored });
    draw();
  });

  function draw(): void {
    if (view === undefined) return;
    render(
      view.kind === 'panel' ? (
        <EntryPanel
          {...view}
          hasFocus={hasFocus}
          typedAhead={typedAhead}
          isAsked={isAsked}
          isLeaving={() => isLeaving}
          writes={writes}
          send={send}
        />
      ) : (
        <BulkPanel
          view={view}
          hasFocus={hasFocus}
          typedAhead={typedAhead}
          undo={undo}
          writes={writes}
          send={send}
        />
      ),
      root,
    );
  }

  function leaveFields(): void {
    dispatchEvent(new Event('pagehide'));
  }

  /** Stores the fields while the frame is hidden. */
  async function leave(): Promise<void> {
    isLeaving = true;
    leaveFields();
    await writes.settled();
    isLeaving = false;
    if (writes.unstored === '') send({ kind: 'left' });
  }

  function take(message: ToFrame): void {
    switch (message.kind) {
      case 'open':
        ({ view } = message);
        draw();
        // Browsers observe no sizes in hidden frames, and may not know this one yet.
        return send({ kind: 'size', height: root.offsetHeight || FIRST_HEIGHT });
      case 'theme':
        document.documentElement.style.colorScheme = message.dark ? 'dark' : 'light';
        return;
      case 'shown':
        typedAhead += message.typed;
        guard.shown();
        break;
      case 'moved':
        return guard.shown();
      case 'entry':
        if (view?.kind === 'panel') view = { ...view, entry: message.entry };
        break;
      case 'undo':
        return undo.current?.();
      case 'leave':
        return void leave();
      case 'ask':
        isAsked = true;
    }
    draw();
  }

  function sendSize(): void {
    const { offsetHeight: height } = root;
    if (height > 0) send({ kind: 'size', height });
  }

  new ResizeObserver(sendSize).observe(root);
  // Fields take the focus only once the content script gave it to the frame.
  addEventListener('focus', () => {
    hasFocus = true;
    send({ kind: 'focus', hasFocus });
    draw();
  });
  addEventListener('blur', () => send({ kind: 'focus', hasFocus: false }));
  // Chromium drops what frames of a closed tab send later (seen in 156).
  addEventListener('beforeunload', (event) => {
    leaveFields();
    if (writes.unstored !== '') event.preventDefault();
  });
  port.addEventListener('message', ({ data }: MessageEvent<ToFrame>) => take(data));
  port.start();
}
