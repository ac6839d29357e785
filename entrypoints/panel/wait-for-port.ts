import { confirmToken } from '@/lib/messaging/frame';
import { openPanel } from './open-panel';

/**
 * Opens the panel for the content script of this tab. Any page may embed this one, so it shows and
 * does nothing until that script confirms that it handed over the port (docs/decisions/0027).
 * Never posts to its parent.
 */
export function waitForPort(): void {
  addEventListener('message', async ({ data, ports: [port] }: MessageEvent<unknown>) => {
    const root = document.getElementById('root');
    if (root === null || port === undefined || typeof data !== 'string') return;
    if (await confirmToken(data)) openPanel(root, port);
  });
}
