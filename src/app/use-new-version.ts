// The service worker keeps the app for use without a network; vite.config.ts has it written. W3C Service Workers.
import { useEffect, useState } from 'react';

/** Registers the service worker when the page has loaded. Gives what changes to a new version of the app, once there is one. */
export function useNewVersion(): (() => void) | undefined {
  const [waiting, setWaiting] = useState<ServiceWorker>();
  useEffect(() => {
    // The development server has none.
    if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
    // Where a browser refuses it, the app works as well, but not offline.
    void register(setWaiting).catch(() => undefined);
  }, []);
  return waiting && (() => changeTo(waiting));
}

async function register(onWaiting: (worker: ServiceWorker) => void): Promise<void> {
  await pageLoaded();
  const registration = await navigator.serviceWorker.register('./sw.js');
  const look = () => {
    // The first version waits for nobody and replaces none.
    if (registration.waiting && navigator.serviceWorker.controller) onWaiting(registration.waiting);
  };
  look();
  registration.addEventListener('updatefound', () => registration.installing?.addEventListener('statechange', look));
}

function pageLoaded(): Promise<unknown> {
  if (document.readyState === 'complete') return Promise.resolve();
  return new Promise(resolve => addEventListener('load', resolve, { once: true }));
}

/** Workbox's service worker takes over at this message. */
function changeTo(worker: ServiceWorker): void {
  navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
  worker.postMessage({ type: 'SKIP_WAITING' });
}
