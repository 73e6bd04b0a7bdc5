// The explanations of fields in the language in use.
import { fetchedTexts } from '../i18n/fetched-texts';
import type { Explanations } from '../wire/bytes/explanation';

const useFetched = fetchedTexts<Explanations>({
  en: () => import('./en').then(module => module.en),
  'zh-CN': () => import('./zh-CN').then(module => module.zhCN),
});

/** All explanations, or undefined until they have come. */
export function useExplanations(): Explanations | undefined {
  const look = useFetched();
  return look();
}
