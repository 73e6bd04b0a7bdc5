// What the visitor prefers, kept in this browser: language and colours. Everything else is in the link.
import { create } from 'zustand';
import { persist } from 'zustand/middleware';
import { type Locale, preferredLocale, useLocaleStore } from '../i18n/locale';
import { texts } from './text';

export const THEMES = ['system', 'light', 'dark'] as const;
type Theme = (typeof THEMES)[number];

interface Preferences {
  readonly theme: Theme;
  /** Undefined until chosen: then the browser's language decides. */
  readonly locale: Locale | undefined;
  chooseTheme(theme: Theme): void;
  chooseLocale(locale: Locale): void;
}

export const usePreferences = create<Preferences>()(
  persist(
    set => ({
      theme: 'system',
      locale: undefined,
      chooseTheme: theme => set({ theme }),
      chooseLocale: locale => set({ locale }),
    }),
    { name: 'callscope.preferences', partialize: ({ theme, locale }) => ({ theme, locale }) },
  ),
);

/** Makes the page follow the preferences, now and whenever they change. */
export function applyPreferences(): void {
  const apply = ({ theme, locale }: Preferences) => {
    const root = document.documentElement;
    if (theme === 'system') delete root.dataset.theme;
    else root.dataset.theme = theme;
    const chosen = locale ?? preferredLocale(navigator.languages);
    root.lang = chosen;
    document.title = texts[chosen].title;
    useLocaleStore.getState().choose(chosen);
  };
  apply(usePreferences.getState());
  usePreferences.subscribe(apply);
}
