// Runs a scenario of many calls away from the page, so that it stays alive meanwhile, and keeps the run: the page gets a survey of it, and
// call by call what it wants to show. It is asked one question at a time.
import { tracePcapng } from '../../exports/pcap';
import { MissingPart } from '../../parts/part';
import { ProblemError } from '../../problem/problem';
import { callCount } from '../../scenario/load';
import type { Scenario } from '../../scenario/scenario';
import { simulate } from '../../simulation/simulate';
import { packTrace } from '../../survey/packed-trace';
import { memoryOf, surveyOf } from '../../survey/survey';
import { oneCall } from '../../trace/one-call';
import type { Trace } from '../../trace/trace';
import type { Answers, Question, Told } from './questions';

/** Progress is told about so many times. */
const TIMES_TOLD = 50;

let run: { readonly scenario: Scenario; readonly trace: Trace };

addEventListener('message', ({ data }: MessageEvent<Question>) => void answer(data));

async function answer(question: Question): Promise<void> {
  try {
    switch (question.ask) {
      case 'run': {
        const { scenario } = question;
        run = { scenario, trace: await simulated(scenario) };
        const survey = surveyOf(run.trace);
        return reply<'run'>(survey, memoryOf(survey));
      }
      case 'call':
        return reply<'call'>(packTrace(oneCall(run.trace, question.call)));
      case 'pcapng': {
        const file = tracePcapng(run.trace, run.scenario.startedAt);
        return reply<'pcapng'>(file, [file.buffer]);
      }
    }
  } catch (error) {
    if (error instanceof ProblemError) tell({ problem: error.problem });
    else reportError(error);
  }
}

/** Begins anew as often as a part of the program is missing. */
async function simulated(scenario: Scenario): Promise<Trace> {
  const step = callCount(scenario) / TIMES_TOLD;
  let [ended, told] = [0, 0];
  const callEnded = () => {
    if (++ended - told < step) return;
    told = ended;
    tell({ ended });
  };
  try {
    return simulate(scenario, undefined, callEnded);
  } catch (error) {
    if (!(error instanceof MissingPart)) throw error;
    await error.part.load();
    return simulated(scenario);
  }
}

function reply<Ask extends Question['ask']>(answer: Answers[Ask], transfer: ArrayBuffer[] = []): void {
  tell({ answer }, transfer);
}

function tell(told: Told, transfer: ArrayBuffer[] = []): void {
  // Typed as a page's window, which has the same method.
  postMessage(told, { transfer });
}
