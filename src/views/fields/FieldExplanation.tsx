// Why a field is there and how to read it: the words of its format with the figures at hand, its bits, and where it comes from. Loaded with
// the first field that is pointed at.
import { useExplanations } from '../../explanations/use-explanations';
import { useTexts } from '../../i18n/locale';
import type { Dissection, PlacedField } from '../../trace/dissection';
import type { Trace } from '../../trace/trace';
import type { Explanation, Explanations } from '../../wire/bytes/explanation';
import { valuePathOf } from '../../wire/bytes/field-tree';
import { bitFields } from '../../wire/bytes/field-value';
import { BitTable } from './BitTable';
import { FieldDamage } from './FieldDamage';
import own from './FieldExplanation.module.css';
import styles from './Fields.module.css';
import { fillIn } from './fill-in';
import { memberAt, valueText } from './labels';
import { texts } from './text';

export interface FieldExplanationProps {
  readonly trace: Trace;
  readonly dissection: Dissection;
  readonly field: PlacedField;
}

export function FieldExplanation({ trace, dissection, field }: FieldExplanationProps) {
  const t = useTexts(texts);
  const explanations = useExplanations();
  if (!explanations) return <p className={`${styles.explanation} ${styles.hint}`}>{t.noExplanation}</p>;
  const { kind, name } = field.node;
  const bits = bitFields(field.node);
  const explanation = explanationOf(explanations, field);
  const octets = dissection.bytes.subarray(field.start, field.end);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a long explanation scrolls, and the keyboard must reach that.
    <section className={styles.explanation} aria-label={explanation?.label ?? name} tabIndex={0}>
      <h3 className={own.label}>
        {explanation?.label ?? name}
        {explanation && explanation.label !== name && <code className={own.kind}>{name}</code>}
      </h3>
      {dissection.damage && <FieldDamage dissection={dissection} field={field} damage={dissection.damage} />}
      {explanation && <p>{fillIn(explanation.text, octets, valueText(dissection, field))}</p>}
      {bits && <BitTable bits={bits} octets={octets} texts={explanations[kind.format] ?? {}} />}
      <Origin trace={trace} dissection={dissection} field={field} />
      {kind.spec && (
        <p className={own.spec}>
          {t.section} {kind.spec}
        </p>
      )}
    </section>
  );
}

function explanationOf(explanations: Explanations, { node }: PlacedField): Explanation | undefined {
  const format = explanations[node.kind.format];
  return format?.[node.name] ?? format?.[node.kind.name];
}

/** The argument or result that the field stems from. */
function Origin({ trace, dissection, field }: FieldExplanationProps) {
  const t = useTexts(texts);
  const path = valuePathOf(dissection.layers[field.layer].annotations, field.node.row);
  const length = path[0] === 'batch' ? 4 : 2;
  const isResult = path[length - 2] === 'result';
  const member = memberAt(trace, dissection, path.slice(0, isResult ? length - 1 : length));
  if (!member) return null;
  return (
    <p className={own.origin}>
      {isResult
        ? t.fromResult(member.method)
        : t.fromArgument(member.member?.name ?? `[${member.index}]`, member.method)}
    </p>
  );
}
