// Texts that many visits never show: a language's are fetched when somebody first looks at them.
import { useSyncExternalStore } from 'react';
import { type Locale, useLocale } from './locale';

/** Makes a hook that gives a function to look at the texts in the language in use: undefined until they have come. */
export function fetchedTexts<T>(fetchers: Readonly<Record<Locale, () => Promise<T>>>): () => () => T | undefined {
  const fetched = new Map<Locale, T>();
  const underWay = new Set<Locale>();
  const listeners = new Set<() => void>();

  const subscribe = (listener: () => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
  const fetchOnce = (locale: Locale) => {
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
  };
  return () => {
    const locale = useLocale();
    const texts = useSyncExternalStore(subscribe, () => fetched.get(locale));
    return () => {
      if (!texts) fetchOnce(locale);
      return texts;
    };
  };
}
