// The explanations of fields in the language in use. A language's texts are fetched when somebody first looks at them.
import { useSyncExternalStore } from 'react';
import { type Locale, useLocale } from '../i18n/locale';
import type { Explanations } from '../wire/bytes/explanation';

const fetchers: Readonly<Record<Locale, () => Promise<Explanations>>> = {
  en: () => import('./en').then(module => module.en),
  'zh-CN': () => import('./zh-CN').then(module => module.zhCN),
};

const fetched = new Map<Locale, Explanations>();
const underWay = new Set<Locale>();
const listeners = new Set<() => void>();

/** All explanations, or undefined until they have come. */
export function useExplanations(): Explanations | undefined {
  const locale = useLocale();
  return useSyncExternalStore(subscribe, () => {
    fetchOnce(locale);
    return fetched.get(locale);
  });
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function fetchOnce(locale: Locale): void {
  if (underWay.has(locale)) return;
  underWay.add(locale);
  fetchers[locale]().then(
    texts => {
      fetched.set(locale, texts);
      for (const listener of listeners) listener();
    },
    // Offline and not yet stored: the next look tries again.
    () => underWay.delete(locale),
  );
}
