// What the visitor prefers, kept in this browser: language, colours, and how the screen is divided. Everything else is in the link.
import { create } from 'zustand';
import { type Locale, loadLanguage, preferredLocale, useLocale, useLocaleStore } from '../i18n/locale';
import { texts } from './text';

const THEMES = ['system', 'light', 'dark'] as const;
type Theme = (typeof THEMES)[number];

/** The lines between panes: left and right, the call and its bytes, the tools and the fields. */
export type SplitId = 'columns' | 'scene' | 'side';

interface Preferences {
  readonly theme: Theme;
  /** Undefined until chosen: then the browser's language decides. */
  readonly locale: Locale | undefined;
  /** What the pane before each line takes, in percent; missing until it was moved. */
  readonly splits: Readonly<Partial<Record<SplitId, number>>>;
  chooseTheme(theme: Theme): void;
  chooseLocale(locale: Locale): void;
  split(id: SplitId, share: number | undefined): void;
}

const STORED = 'callscope.preferences';

export const usePreferences = create<Preferences>()(set => ({
  theme: 'system',
  locale: undefined,
  splits: {},
  ...stored(),
  chooseTheme: theme => set({ theme }),
  chooseLocale: locale => set({ locale }),
  split: (id, share) => set(({ splits }) => ({ splits: { ...splits, [id]: share } })),
}));

function stored(): Partial<Preferences> {
  try {
    return JSON.parse(localStorage.getItem(STORED) ?? '{}').state;
  } catch {
    // A browser may keep nothing, and somebody may have changed what it keeps.
    return {};
  }
}

function store({ theme, locale, splits }: Preferences): void {
  try {
    localStorage.setItem(STORED, JSON.stringify({ state: { theme, locale, splits } }));
  } catch {
    // They last as long as the page.
  }
}

/** The other language, and what switches to it and to the next colours. */
export function usePreferenceSwitches() {
  const { theme, chooseTheme, chooseLocale } = usePreferences();
  const other: Locale = useLocale() === 'en' ? 'zh-CN' : 'en';
  return {
    other,
    theme,
    switchLocale: () => chooseLocale(other),
    nextTheme: () => chooseTheme(THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length]),
  };
}

/** Makes the page follow the preferences, now and whenever they change. Resolves when it does. */
export async function applyPreferences(): Promise<void> {
  usePreferences.subscribe(store);
  usePreferences.subscribe(applyTheme);
  usePreferences.subscribe(applyLocale);
  applyTheme(usePreferences.getState());
  await applyLocale();
}

function applyTheme({ theme }: Preferences): void {
  const root = document.documentElement;
  if (theme === 'system') delete root.dataset.theme;
  else root.dataset.theme = theme;
}

async function applyLocale(): Promise<void> {
  const locale = wantedLocale();
  try {
    await loadLanguage(locale);
  } catch {
    // Offline, and not stored yet: the page stays in the language that it has.
    return;
  }
  if (locale !== wantedLocale()) return;
  document.documentElement.lang = locale;
  document.title = texts[locale].title;
  useLocaleStore.getState().choose(locale);
}

function wantedLocale(): Locale {
  return usePreferences.getState().locale ?? preferredLocale(navigator.languages);
}
