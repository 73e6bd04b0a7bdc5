// A form for a value of any type.
import { lazy, Suspense } from 'react';
import { AnyField } from './AnyField';
import { ScalarField } from './ScalarField';
import type { ValueFieldProps } from './value-field-props';

/** Many calls have numbers and texts only. */
const CompoundField = lazy(() => import('./CompoundField').then(module => ({ default: module.CompoundField })));

export function ValueField(props: ValueFieldProps) {
  const { type, ...rest } = props;
  switch (type.kind) {
    case 'optional':
    case 'list':
    case 'set':
    case 'map':
    case 'enum':
    case 'struct':
      return (
        <Suspense>
          <CompoundField {...rest} type={type} Part={ValueField} />
        </Suspense>
      );
    case 'any':
      return <AnyField {...rest} />;
    default:
      return <ScalarField {...rest} kind={type.kind} />;
  }
}
