// What the colours of the bars mean.
import { BUDGET_PARTS } from '../../comparison/budget';
import { useTexts } from '../../i18n/locale';
import styles from './Compare.module.css';
import { texts } from './text';

export function Legend() {
  const t = useTexts(texts);
  return (
    <ul className={styles.legend} aria-label={t.legend}>
      {BUDGET_PARTS.map(part => (
        <li key={part}>
          <svg width="14" height="14" aria-hidden="true">
            <rect width="14" height="14" rx="2" className={styles[part]} />
          </svg>
          {t.parts[part]}
        </li>
      ))}
    </ul>
  );
}
