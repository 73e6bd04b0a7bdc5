// A form for a value of any type, part by part.
import { AnyField } from './AnyField';
import { EnumField } from './EnumField';
import { ListField } from './ListField';
import { MapField } from './MapField';
import { OptionalField } from './OptionalField';
import { ScalarField } from './ScalarField';
import { StructField } from './StructField';
import type { ValueFieldProps } from './value-field-props';

export function ValueField(props: ValueFieldProps) {
  const { type, ...rest } = props;
  switch (type.kind) {
    case 'optional':
      return <OptionalField {...rest} type={type} Part={ValueField} />;
    case 'list':
    case 'set':
      return <ListField {...rest} type={type} Part={ValueField} />;
    case 'map':
      return <MapField {...rest} type={type} Part={ValueField} />;
    case 'enum':
      return <EnumField {...rest} type={type} />;
    case 'struct':
      return <StructField {...rest} type={type} Part={ValueField} />;
    case 'any':
      return <AnyField {...rest} />;
    default:
      return <ScalarField {...rest} kind={type.kind} />;
  }
}
