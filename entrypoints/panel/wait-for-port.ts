import { confirmToken } from '@/lib/messaging/frame';
import { openPanel } from './open-panel';

/**
 * Opens the panel for this tab's content script. Any page may embed it, so it shows and does
 * nothing until that script confirms the port (docs/decisions/0027). Never posts to its parent.
 */
export function waitForPort(): void {
  addEventListener('message', async ({ data, ports: [port] }: MessageEvent<unknown>) => {
    const root = document.getElementById('root');
    if (root === null || port === undefined || typeof data !== 'string') return;
    if (await confirmToken(data)) openPanel(root, port);
  });
}
