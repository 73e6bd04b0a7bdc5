// The lines of the tree: a dot for each run, joined to the one that it was made from.
import type { ForkId } from '../../forks/fork-tree';
import styles from './Forks.module.css';
import type { ForkRow } from './tree-rows';

interface Props {
  readonly rows: readonly ForkRow[];
  readonly present: ForkId;
  readonly compared: ForkId | undefined;
  /** Height of a row in pixels. */
  readonly height: number;
}

/** How far in a row stands, in pixels for each step, as in the style sheet. */
const STEP = 18;

export function TreeLines({ rows, present, compared, height }: Props) {
  const x = (row: ForkRow) => 14 + row.indent * STEP;
  const y = (i: number) => (i + 0.5) * height;
  return (
    <svg
      width={30 + Math.max(...rows.map(({ indent }) => indent)) * STEP}
      height={rows.length * height}
      className={styles.lines}
      aria-hidden="true"
    >
      {rows.map((row, i) => {
        const parent = rows[row.parentRow];
        if (!parent) return null;
        const [from, to] = [x(parent), x(row)];
        const bend = to > from ? `V${y(i) - 8}Q${from} ${y(i)} ${from + 8} ${y(i)}H${to}` : `V${y(i)}`;
        return <path key={row.id} d={`M${from} ${y(row.parentRow)}${bend}`} />;
      })}
      {rows.map((row, i) => (
        <circle
          key={row.id}
          cx={x(row)}
          cy={y(i)}
          r={row.id === present ? 6.5 : 5}
          className={row.id === present ? styles.presentDot : row.id === compared ? styles.comparedDot : styles.dot}
        />
      ))}
    </svg>
  );
}
