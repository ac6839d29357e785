// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from 'vitest';
import { Frame } from '@/entrypoints/listing.content/frame/frame';
import { createShadowHost } from '@/lib/content-script/dom/shadow-host';
import type { FromFrame } from '@/lib/messaging/frame';

let frame: Frame;
afterEach(() => {
  frame.remove();
  document.body.replaceChildren();
  vi.unstubAllGlobals();
});

/** A frame whose page is this test. @returns sends as that page */
function open(): (message: FromFrame) => Promise<void> {
  let port: MessagePort | undefined;
  const Channel = MessageChannel;
  vi.stubGlobal(
    'MessageChannel',
    class extends Channel {
      constructor() {
        super();
        port ??= this.port2;
      }
    },
  );
  frame = new Frame({
    document,
    makeHost: (...options) => {
      const host = createShadowHost(document, ...options);
      // happy-dom has no popovers.
      return { ...host, element: Object.assign(host.element, { showPopover() {} }) };
    },
    view: { kind: 'status', papers: [], exportChoices: [] },
    title: 'Status',
    place: () => {},
    onReady: () => {},
    onMessage: () => {},
  });
  return async (message) => {
    port?.postMessage(message);
    await new Promise((resolve) => setTimeout(resolve, 10));
  };
}

test('has the focus when it says so, even if the page has none, but not beside a control', async () => {
  const send = open();
  expect(frame.hasFocus).toBe(false);
  await send({ kind: 'focus', hasFocus: true });
  expect(document.activeElement).toBe(document.body);
  expect(frame.hasFocus).toBe(true);
  const button = document.body.appendChild(document.createElement('button'));
  button.focus();
  expect(frame.hasFocus).toBe(false);
  button.blur();
  await send({ kind: 'focus', hasFocus: false });
  expect(frame.hasFocus).toBe(false);
});
