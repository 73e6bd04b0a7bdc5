// Problems in the language in use.

import type { Problem } from '../problem/problem';
import { problemSentence } from '../problem/sentence';
import { en } from '../problem/text/en';
import { zhCN } from '../problem/text/zh-CN';
import { useLocale } from './locale';

const sentences = { en, 'zh-CN': zhCN };

/** Tells a problem in the language in use. */
export function useProblemSentence(): (problem: Problem | undefined) => string | undefined {
  const language = sentences[useLocale()];
  return problem => problem && problemSentence(problem, language);
}
