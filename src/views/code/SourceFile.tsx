// One source text: title, numbered and coloured lines, and at the lines of each step a way to go there.
import { Copy } from 'lucide-react';
import { type CSSProperties, memo, useMemo } from 'react';
import { useTexts } from '../../i18n/locale';
import type { SourceText, SourceTexts, StepNumber } from '../../protocols/protocol';
import { IconButton } from '../../ui/Button';
import { showToast } from '../../ui/toast';
import styles from './Code.module.css';
import { texts } from './text';
import { type Token, tokenLines } from './tokens';

interface SourceFileProps {
  readonly component: keyof SourceTexts;
  readonly source: SourceText;
  readonly step: StepNumber | undefined;
  readonly goTo: (step: StepNumber) => void;
}

export const SourceFile = memo(function SourceFile({ component, source, step, goTo }: SourceFileProps) {
  const t = useTexts(texts);
  const lines = useMemo(() => tokenLines(source.text.trimEnd(), source.language), [source]);
  const copy = () =>
    navigator.clipboard.writeText(source.text).then(
      () => showToast(t.copied(source.title)),
      () => showToast(t.cannotCopy, true),
    );
  return (
    <article className={styles.file} aria-label={`${t.components[component]}: ${source.title}`}>
      <header className={styles.head}>
        <h2 className={`${styles.component} ${styles[component]}`}>{t.components[component]}</h2>
        <span className={styles.title}>{source.title}</span>
        <IconButton className={styles.copy} label={t.copy(source.title)} icon={<Copy />} onClick={copy} />
      </header>
      <pre className={styles.code}>
        {lines.map((tokens, i) => (
          <Line
            // biome-ignore lint/suspicious/noArrayIndexKey: a line is its number.
            key={i}
            tokens={tokens}
            lit={isLit(source, step, i + 1)}
            steps={stepsBeginningAt(source, i + 1)}
            step={step}
            goTo={goTo}
          />
        ))}
      </pre>
    </article>
  );
});

function isLit({ litBy }: SourceText, step: StepNumber | undefined, line: number): boolean {
  const range = step && litBy[step];
  return range !== undefined && line >= range[0] && line <= range[1];
}

/** The steps whose first lit line is `line`. */
function stepsBeginningAt({ litBy }: SourceText, line: number): StepNumber[] {
  return Object.entries(litBy)
    .filter(([, range]) => range[0] === line)
    .map(([step]) => Number(step) as StepNumber);
}

interface LineProps {
  readonly tokens: readonly Token[];
  readonly lit: boolean;
  /** Steps that begin here. */
  readonly steps: readonly StepNumber[];
  readonly step: StepNumber | undefined;
  readonly goTo: (step: StepNumber) => void;
}

function Line({ tokens, lit, steps, step, goTo }: LineProps) {
  const indent = tokens[0]?.kind === 'plain' ? tokens[0].text.length - tokens[0].text.trimStart().length : 0;
  const target = steps.find(number => number !== step);
  return (
    // The whole line is a larger target for the pointer; the buttons in it serve the keyboard.
    // biome-ignore lint/a11y/noStaticElementInteractions lint/a11y/useKeyWithClickEvents: see above
    <span
      className={styles.line}
      data-lit={lit}
      data-leads={target !== undefined}
      style={{ '--indent': `${indent}ch` } as CSSProperties}
      onClick={target === undefined ? undefined : () => getSelection()?.isCollapsed !== false && goTo(target)}
    >
      <span className={styles.text}>
        {tokens.map((token, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a token is its place.
          <span key={i} className={token.kind === 'plain' ? undefined : styles[token.kind]}>
            {token.text}
          </span>
        ))}
        {'\n'}
      </span>
      {steps.length > 0 && <StepMarks steps={steps} step={step} goTo={goTo} />}
    </span>
  );
}

/** '← step 2' where the run is, a numbered button for every other step that the line is about. */
function StepMarks({ steps, step, goTo }: Pick<LineProps, 'steps' | 'step' | 'goTo'>) {
  const t = useTexts(texts);
  return (
    <span className={styles.steps}>
      {steps.map(number =>
        number === step ? (
          <span key={number} className={styles.here}>
            {t.atStep(number)}
          </span>
        ) : (
          <button
            key={number}
            type="button"
            className={styles.step}
            title={t.goToStep(number)}
            aria-label={t.goToStep(number)}
            onClick={event => {
              event.stopPropagation();
              goTo(number);
            }}
          >
            {number}
          </button>
        ),
      )}
    </span>
  );
}
