// What is written at the arrows and in the margin.
import { memo } from 'react';
import type { Caption } from './captions';
import type { Labels } from './labels';
import type { Arrow, Columns } from './ladder';
import styles from './SpaceTime.module.css';

interface Props {
  readonly labels: Labels;
  readonly columns: Columns;
  readonly caption: (arrow: Arrow) => Caption;
}

export const LabelTexts = memo(function LabelTexts({ labels, columns, caption }: Props) {
  return (
    <g className={styles.labels}>
      {labels.along.map(({ arrow, at, angle }) => (
        <text
          key={arrow.packet}
          transform={`translate(${at.x} ${at.y}) rotate(${angle})`}
          y="4"
          textAnchor="middle"
          className={styles[arrow.train.purpose]}
        >
          <CaptionText caption={caption(arrow)} />
        </text>
      ))}
      {labels.margin.map(({ arrow, y, from }) => (
        <g key={arrow.packet} className={styles[arrow.train.purpose]}>
          <path
            d={`M${from.x + 4} ${from.y}H${columns.margin - 14}L${columns.margin - 4} ${y}`}
            className={styles.leader}
          />
          <text x={columns.margin} y={y + 4}>
            <CaptionText caption={caption(arrow)} />
          </text>
        </g>
      ))}
    </g>
  );
});

function CaptionText({ caption }: { readonly caption: Caption }) {
  return (
    <>
      <tspan className={styles.flags}>{caption.flags}</tspan>
      {caption.remark && <tspan className={styles.remark}> {caption.remark}</tspan>}
      {caption.figures && ` ${caption.figures}`}
    </>
  );
}
