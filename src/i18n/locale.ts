// The interface's language. Texts stand beside what they name: each folder has its own `text.ts` with one object per language.
import { create } from 'zustand';
import { Part } from '../parts/part';

export const LOCALES = ['en', 'zh-CN'] as const;
export type Locale = (typeof LOCALES)[number];

/** The same texts in every language. Texts with figures in them are functions. */
export type Texts<T> = Readonly<Record<Locale, T>>;

const chineseParts: Part<unknown>[] = [];

/**
 * Texts of the first screen: English comes with the page, Chinese when it is chosen ({@link loadLanguage}), which whoever loads such texts
 * later has to see to. What else is loaded later brings both along.
 */
export function withChinese<T>(en: T, fetch: () => Promise<T>): Texts<T> {
  const chinese = new Part(fetch);
  chineseParts.push(chinese);
  return {
    en,
    get 'zh-CN'() {
      return chinese.get();
    },
  };
}

/** Resolves when the texts of `locale` are there. Rejects with `part.unavailable` when they cannot be had. */
export async function loadLanguage(locale: Locale): Promise<void> {
  if (locale === 'zh-CN') await Promise.all(chineseParts.map(part => part.load()));
}

/** The best of {@link LOCALES} for a browser's list of languages. */
export function preferredLocale(languages: readonly string[]): Locale {
  const first = languages.find(language => /^(en|zh)\b/i.test(language));
  return first?.toLowerCase().startsWith('zh') ? 'zh-CN' : 'en';
}

interface LocaleState {
  readonly locale: Locale;
  choose(locale: Locale): void;
}

export const useLocaleStore = create<LocaleState>()(set => ({ locale: 'en', choose: locale => set({ locale }) }));

/** The language in use. */
export function useLocale(): Locale {
  return useLocaleStore(state => state.locale);
}

/** `texts` in the language in use. */
export function useTexts<T>(texts: Texts<T>): T {
  return texts[useLocale()];
}
