import { listen } from '@/lib/shared/trusted-events';

/** Without the Navigation API (Firefox before 147), ms. */
const POLL = 1000;

/** Calls `onUrl` now and after each in-page navigation. */
export function followLocation(onUrl: (url: URL) => void, signal: AbortSignal): void {
  let last = '';
  const look = () => {
    if (location.href === last) return;
    last = location.href;
    onUrl(new URL(last));
  };
  look();
  // By class: an element could have the object's name.
  if (typeof Navigation === 'function') {
    listen(navigation, 'currententrychange', look, { signal });
  } else {
    const timer = setInterval(look, POLL);
    signal.addEventListener('abort', () => clearInterval(timer));
  }
}
