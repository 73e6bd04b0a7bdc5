// A field for a text: a textarea, and for a long text an editor that draws only what is in sight. In a textarea the browser lays out all of
// the text at every keystroke, which takes a megabyte most of a second.
import { lazy, type RefObject, Suspense, startTransition, useEffect, useLayoutEffect, useRef, useState } from 'react';
import styles from './Editor.module.css';
import type { ControlProps } from './Field';

const LongTextEditor = lazy(() =>
  import('./code-mirror/LongTextEditor').then(module => ({ default: module.LongTextEditor })),
);

/** Characters of a text that is long. */
const LONG = 4096;

export interface TextFieldProps {
  readonly control: ControlProps;
  readonly label: string;
  readonly text: string;
  readonly onChange: (text: string) => void;
}

/** What has once been long stays in the editor: a field must not change under the fingers that shorten its text. */
export function TextField({ control, label, text, onChange }: TextFieldProps) {
  const [isLong, setLong] = useState(false);
  const cursor = useRef<number>(undefined);
  useEffect(() => {
    // A transition: the textarea stays until the editor has come.
    if (text.length > LONG) startTransition(() => setLong(true));
  }, [text]);
  return (
    <Suspense>
      {isLong ? (
        <LongTextEditor id={control.id} label={label} text={text} cursor={cursor} onChange={onChange} />
      ) : (
        <TextArea control={control} text={text} cursor={cursor} onChange={onChange} />
      )}
    </Suspense>
  );
}

interface TextAreaProps extends Omit<TextFieldProps, 'label'> {
  /** Is set, when the field goes while it has the focus, to where its cursor was. */
  readonly cursor: RefObject<number | undefined>;
}

function TextArea({ control, text, cursor, onChange }: TextAreaProps) {
  const area = useRef<HTMLTextAreaElement>(null);
  useLayoutEffect(() => {
    const element = area.current!;
    return () => {
      if (document.activeElement === element) cursor.current = element.selectionEnd;
    };
  }, [cursor]);
  return (
    <textarea
      {...control}
      ref={area}
      className={`${styles.text} ${text.length > LONG ? styles.unbroken : ''}`}
      rows={1}
      value={text}
      onChange={event => onChange(event.target.value)}
    />
  );
}
