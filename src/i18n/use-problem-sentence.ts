// Problems in the language in use.
import type { Problem } from '../problem/problem';
import { type ProblemTexts, problemSentence } from '../problem/sentence';
import { fetchedTexts } from './fetched-texts';

const useFetched = fetchedTexts<ProblemTexts>({
  en: () => import('../problem/text/en').then(module => module.en),
  'zh-CN': () => import('../problem/text/zh-CN').then(module => module.zhCN),
});

/** Tells a problem in the language in use; with an ellipsis until the sentences have come, which the first problem fetches. */
export function useProblemSentence(): (problem: Problem | undefined) => string | undefined {
  const look = useFetched();
  return problem => {
    if (!problem) return undefined;
    const texts = look();
    return texts ? problemSentence(problem, texts) : '…';
  };
}
