// The stage's texts: a sentence for every situation, names and states of the components.
import { withChinese } from '../../i18n/locale';
import type { ActorId, Direction } from '../../trace/trace';
import type { StageFacts, UsualSituation } from './facts';
import { en } from './text/en';

export interface StageTexts {
  readonly stage: string;
  readonly intro: string;
  /** The same of a recorded run, and the sentence below it. */
  readonly recorded: string;
  readonly recordedHint: string;
  /** Of a recording in which no call was recognised. */
  readonly noCalls: string;
  readonly noCallsHint: string;
  /** Said of a step that no packet of a recording shows: which message it is inferred from. */
  readonly inferred: Readonly<Record<Direction, string>>;
  stepOf(step: number): string;
  callOf(call: number, calls: number): string;
  readonly request: string;
  readonly reply: string;
  readonly components: Readonly<Record<ActorId, string>>;
  readonly endpoints: Readonly<Record<'clientTcp' | 'serverTcp', string>>;
  /** Where there is hardly room. */
  readonly sides: Readonly<Record<'clientTcp' | 'serverTcp', string>>;
  readonly processes: Readonly<Record<'client' | 'server', string>>;
  /** By the machines' own names. TCP's states keep the names of RFC 9293 in every language. */
  readonly states: Readonly<Record<string, string>>;
  componentLabel(name: string, state: string): string;
  goToStep(step: number, title: string): string;
  noSuchStep(step: number): string;
  packet(id: number, flags: string, octets: number, towards: Direction): string;
  packets(count: number, octets: number, towards: Direction): string;
  octets(octets: number): string;
  sent(part: number, whole: number): string;
  received(part: number, whole: number): string;
  moreCalls(count: number): string;
  readonly situations: Readonly<Record<UsualSituation, (facts: StageFacts) => string>>;
}

export const texts = withChinese<StageTexts>(en, () => import('./text/zh-CN').then(module => module.zhCN));
