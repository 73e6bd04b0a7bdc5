// What the names at the drawings mean, for who does not know TCP from inside.
import { useTexts } from '../../i18n/locale';
import styles from './Flow.module.css';
import { glossary } from './glossary-text';

export function Glossary() {
  const { title, entries } = useTexts(glossary);
  return (
    <details className={styles.glossary}>
      <summary>{title}</summary>
      <dl>
        {entries.map(([name, meaning]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
