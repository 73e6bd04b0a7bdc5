// The five components in their two processes, each with the state that its machine is in, and the two ends of the TCP connection.
import { lazy, Suspense, useMemo } from 'react';
import { useTexts } from '../../i18n/locale';
import { usePlayback, usePointedAt } from '../../playback/store';
import type { Moment } from '../../trace/moment';
import type { ActorId } from '../../trace/trace';
import { DrawingButton } from '../../ui/DrawingButton';
import type { Box } from './geometry';
import { COMPONENTS, type Component, type StageLayout } from './layout';
import styles from './Stage.module.css';
import { SPOTLIGHT } from './spotlight';
import { texts } from './text';

const ExecutionCount = lazy(() => import('./ExecutionCount').then(module => ({ default: module.ExecutionCount })));

interface Props {
  readonly layout: StageLayout;
  readonly moment: Moment;
}

export function Components({ layout, moment }: Props) {
  const trace = usePlayback(state => state.trace);
  const isTriedAgain = useMemo(() => trace.events.some(({ attempt }) => attempt), [trace]);
  return (
    <>
      <Processes layout={layout} />
      {COMPONENTS.map(component => (
        <ComponentBox key={component} component={component} layout={layout} moment={moment} />
      ))}
      {isTriedAgain && (
        <Suspense>
          <ExecutionCount layout={layout} moment={moment} />
        </Suspense>
      )}
      <Endpoint actor="clientTcp" box={layout.endpoints.clientTcp} state={moment.states.clientTcp} />
      <Endpoint actor="serverTcp" box={layout.endpoints.serverTcp} state={moment.states.serverTcp} />
    </>
  );
}

function Processes({ layout }: { readonly layout: StageLayout }) {
  return (
    <g className={styles.processes}>
      <rect {...layout.processes.client} rx="14" />
      <rect {...layout.processes.server} rx="14" />
    </g>
  );
}

/** Which machine each process runs on. Written over the route, which on a narrow screen passes behind. */
export function ProcessLabels({ layout }: { readonly layout: StageLayout }) {
  const t = useTexts(texts);
  const { client, server } = usePlayback(state => state.trace.hosts);
  const { processes } = layout;
  return (
    <g className={styles.processes}>
      <text x={processes.client.x + 14} y={processes.client.y + 19}>
        {t.processes.client} · {client.address}
      </text>
      <text x={processes.server.x + 14} y={processes.server.y + 19}>
        {t.processes.server} · {server.address}:{server.port}
      </text>
    </g>
  );
}

function ComponentBox({ component, layout, moment }: Props & { readonly component: Component }) {
  const t = useTexts(texts);
  const box = layout.boxes[component];
  const { x, y, anchor } = layout.headings[component];
  const state = stateText(t.states, moment.states[component]);
  const lit = moment.step !== undefined && SPOTLIGHT[moment.step] === component;
  return (
    <ActorButton
      actor={component}
      label={t.componentLabel(t.components[component], state)}
      className={styles[component]}
    >
      <rect {...box} rx="12" className={lit ? styles.litBox : styles.box} />
      <text x={x} y={y} textAnchor={anchor} className={styles.name}>
        {t.components[component]}
      </text>
      {!(component === 'link' && layout.axis === 'vertical') && (
        <text x={x} y={y + 17} textAnchor={anchor} className={styles.state}>
          {state}
        </text>
      )}
    </ActorButton>
  );
}

function Endpoint({
  actor,
  box,
  state,
}: {
  readonly actor: 'clientTcp' | 'serverTcp';
  readonly box: Box;
  readonly state: string;
}) {
  const t = useTexts(texts);
  const middle = box.x + box.width / 2;
  return (
    <ActorButton actor={actor} label={t.componentLabel(t.components[actor], state)} className={styles.endpoint}>
      <rect {...box} rx="7" className={styles.box} />
      {box.height < 30 ? (
        <text x={middle} y={box.y + box.height / 2 + 4} textAnchor="middle" className={styles.endpointState}>
          <tspan className={styles.endpointName}>{t.sides[actor]}</tspan> {state}
        </text>
      ) : (
        <>
          <text x={middle} y={box.y + 14} textAnchor="middle" className={styles.endpointName}>
            {t.endpoints[actor]}
          </text>
          <text x={middle} y={box.y + 27} textAnchor="middle" className={styles.endpointState}>
            {state}
          </text>
        </>
      )}
    </ActorButton>
  );
}

interface ActorButtonProps {
  readonly actor: ActorId;
  readonly label: string;
  readonly className: string;
  readonly children: React.ReactNode;
}

/** Hovering or focusing previews the component in all panes, pressing it pins it. */
function ActorButton({ actor, label, className, children }: ActorButtonProps) {
  const { select, hover } = usePlayback.getState();
  const pointed = usePointedAt();
  const selection = usePlayback(state => state.selection);
  const isSelected = selection?.kind === 'actor' && selection.actor === actor;
  const isPointed = pointed?.kind === 'actor' && pointed.actor === actor;
  return (
    <DrawingButton
      label={label}
      pressed={isSelected}
      className={`${styles.actor} ${className} ${isPointed ? styles.pointed : ''}`}
      onPress={() => select(isSelected ? undefined : { kind: 'actor', actor })}
      onPointerEnter={() => hover({ kind: 'actor', actor })}
      onPointerLeave={() => hover(undefined)}
    >
      {children}
    </DrawingButton>
  );
}

/** TCP's states keep their names. */
function stateText(names: Readonly<Record<string, string>>, state: string): string {
  return names[state] ?? state;
}
