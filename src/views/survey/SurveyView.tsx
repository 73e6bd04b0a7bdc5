// All calls of a run at once: how long they took, how they ended, and each of them to open.
import { formatCount, formatMicros } from '../../i18n/format';
import { useLocale, useTexts } from '../../i18n/locale';
import { figuresAt } from '../../survey/figures';
import type { Survey } from '../../survey/survey';
import { Button } from '../../ui/Button';
import { useElementWidth } from '../../ui/use-element-width';
import { CallList } from './CallList';
import { FigureTable, SurveyHeadline } from './FigureTable';
import { Histogram } from './Histogram';
import { Scatter } from './Scatter';
import styles from './Survey.module.css';
import { useMoment, useSurveyTime } from './survey-time';
import { TimeBar } from './TimeBar';
import { texts } from './text';

export interface SurveyViewProps {
  readonly survey: Survey;
  /** The call that the other panes show. */
  readonly opened: number;
  readonly onOpen: (call: number) => void;
  readonly onCsv: () => void;
  readonly onPcapng: () => void;
}

export function SurveyView({ survey, opened, onOpen, onCsv, onPcapng }: SurveyViewProps) {
  const t = useTexts(texts);
  const time = useSurveyTime(survey);
  return (
    <div className={styles.pane}>
      <SurveyHeadline survey={survey} at={time.at} />
      <TimeBar survey={survey} time={time} />
      <div className={styles.drawings}>
        <Figure caption={t.histogram} says={<HistogramSays survey={survey} time={time} />}>
          {width => <Histogram survey={survey} at={time.at} width={width} />}
        </Figure>
        <Figure caption={t.scatter} says={t.scatterHint}>
          {width => <Scatter survey={survey} at={time.at} width={width} opened={opened} onOpen={onOpen} />}
        </Figure>
        <FigureTable survey={survey} at={time.at} />
      </div>
      <CallList survey={survey} opened={opened} onOpen={onOpen} />
      <div className={styles.row}>
        <Button onClick={onCsv}>{t.csv}</Button>
        <Button onClick={onPcapng}>{t.pcapng}</Button>
      </div>
      <p className={styles.intro}>{t.note}</p>
    </div>
  );
}

interface FigureProps {
  readonly caption: string;
  readonly says: React.ReactNode;
  readonly children: (width: number) => React.ReactNode;
}

function Figure({ caption, says, children }: FigureProps) {
  const [ref, width] = useElementWidth<HTMLDivElement>();
  return (
    <figure className={styles.figure}>
      <figcaption>
        {caption}
        <span className="visually-hidden"> {says}</span>
      </figcaption>
      <div ref={ref} className={styles.place}>
        {width > 0 && children(width)}
      </div>
    </figure>
  );
}

/** The drawing in a sentence. */
function HistogramSays({ survey, time }: { readonly survey: Survey; readonly time: ReturnType<typeof useSurveyTime> }) {
  const t = useTexts(texts);
  const locale = useLocale();
  const { ended, latencies } = figuresAt(survey, useMoment(time.at));
  const words = latencies.map(latency => formatMicros(latency, locale));
  return <>{t.histogramSays(formatCount(ended, locale), words[0], words.at(-1))}</>;
}
