// The comparison, joined to the session: the call on screen through the lanes that are chosen.
import { use, useDeferredValue, useMemo, useState } from 'react';
import { type Lane, type LaneRun, lanes, runLane } from '../comparison/compare';
import { comparisonCsv } from '../comparison/csv';
import { useTexts } from '../i18n/locale';
import { MissingPart } from '../parts/part';
import type { Scenario } from '../scenario/scenario';
import { showToast } from '../ui/toast';
import { Compare } from '../views/compare/Compare';
import { laneName } from '../views/compare/lane-names';
import styles from './ComparePane.module.css';
import { useIsRecording } from './capture-desk';
import { download } from './download';
import { NotRecorded } from './recording/NotRecorded';
import { useSession } from './session';
import { texts } from './text';

const CSV_NAME = 'callscope-comparison.csv';

export function ComparePane() {
  return useIsRecording() ? <NotRecorded what="noComparison" /> : <Comparison />;
}

function Comparison() {
  // The run itself goes first: the lanes follow an edit when there is time.
  const scenario = useDeferredValue(useSession(session => session.shown));
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set());
  const shown = useMemo(() => lanes.filter(({ id }) => !hidden.has(id)), [hidden]);
  const runs = shown.map(lane => laneRun(scenario, lane));
  const toggle = (id: string) =>
    setHidden(before => new Set(before.has(id) ? [...before].filter(other => other !== id) : [...before, id]));
  const save = (call: number) => {
    download(CSV_NAME, comparisonCsv(runs, call), 'text/csv');
    showToast(CSV_NAME);
  };
  return <Compare runs={runs} picker={<LanePicker hidden={hidden} onToggle={toggle} />} onCsv={save} />;
}

/** At least one lane is always shown. */
function LanePicker(props: { readonly hidden: ReadonlySet<string>; readonly onToggle: (id: string) => void }) {
  const { hidden, onToggle } = props;
  const t = useTexts(texts);
  const isOnly = hidden.size === lanes.length - 1;
  return (
    <fieldset className={styles.lanes}>
      <legend className="visually-hidden">{t.lanes}</legend>
      {lanes.map(lane => {
        const checked = !hidden.has(lane.id);
        return (
          <label key={lane.id}>
            <input type="checkbox" checked={checked} disabled={checked && isOnly} onChange={() => onToggle(lane.id)} />
            {laneName(lane)}
          </label>
        );
      })}
    </fieldset>
  );
}

const known = new WeakMap<Scenario, Map<string, LaneRun>>();

/** The run of a lane, made once for each scenario. Suspends while the lane's protocol is loaded. */
function laneRun(scenario: Scenario, lane: Lane): LaneRun {
  const runs = known.get(scenario) ?? new Map<string, LaneRun>();
  known.set(scenario, runs);
  const run = runs.get(lane.id) ?? runOrSuspend(scenario, lane);
  runs.set(lane.id, run);
  return run;
}

function runOrSuspend(scenario: Scenario, lane: Lane): LaneRun {
  try {
    return runLane(scenario, lane);
  } catch (error) {
    if (!(error instanceof MissingPart)) throw error;
    use(error.part.load());
    return runOrSuspend(scenario, lane);
  }
}
