// The states of both ends of the connection, as long as they last. The present ones are lit.
import { useTexts } from '../../i18n/locale';
import { usePointedAt } from '../../playback/store';
import type { Ladder, StateBox } from './ladder';
import styles from './SpaceTime.module.css';
import { texts } from './text';

/** Letters of a state's name at this size are about so wide. */
const LETTER = 7;

/** `seq` is that of the run's last event that has happened. */
export function States({ ladder, seq }: { readonly ladder: Ladder; readonly seq: number }) {
  return ladder.states.map(box => (
    <State key={`${box.actor} ${box.from}`} box={box} ladder={ladder} isNow={box.from <= seq && seq < box.to} />
  ));
}

interface StateProps {
  readonly box: StateBox;
  readonly ladder: Ladder;
  readonly isNow: boolean;
}

function State({ box, ladder, isNow }: StateProps) {
  const t = useTexts(texts);
  const pointed = usePointedAt();
  const { columns } = ladder;
  const { actor, state, y, height } = box;
  const x = actor === 'clientTcp' ? columns.clientStates : columns.serverStates;
  const isPointed = pointed?.kind === 'actor' && pointed.actor === actor;
  const side = actor === 'clientTcp' ? t.client : t.server;
  const fits = columns.compact ? height >= state.length * LETTER + 6 : height >= 18;
  const middle = x + columns.stateWidth / 2;
  return (
    <g className={`${styles.stateBox} ${isNow ? styles.nowState : ''} ${isPointed ? styles.pointed : ''}`}>
      <title>{t.state(side, state)}</title>
      <rect x={x} y={y + 1} width={columns.stateWidth} height={Math.max(1, height - 2)} rx={Math.min(7, height / 3)} />
      {fits && !columns.compact && (
        <text x={middle} y={y + 15 + Math.min(4, (height - 18) / 4)} textAnchor="middle">
          {state}
        </text>
      )}
      {fits && columns.compact && (
        <text transform={`translate(${middle + 4} ${y + height / 2}) rotate(-90)`} textAnchor="middle">
          {state}
        </text>
      )}
    </g>
  );
}
