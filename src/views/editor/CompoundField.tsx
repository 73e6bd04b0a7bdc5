// A form for a value that is no scalar, part by part.
import type { Type } from '../../idl/types';
import { EnumField } from './EnumField';
import { ListField } from './ListField';
import { MapField } from './MapField';
import { OptionalField } from './OptionalField';
import { StructField } from './StructField';
import type { CompoundFieldProps } from './value-field-props';

/** The types whose values have parts, or are chosen from several. */
export type CompoundType = Extract<Type, { kind: 'optional' | 'list' | 'set' | 'map' | 'enum' | 'struct' }>;

export function CompoundField(props: CompoundFieldProps & { readonly type: CompoundType }) {
  const { type, Part, ...rest } = props;
  switch (type.kind) {
    case 'optional':
      return <OptionalField {...rest} type={type} Part={Part} />;
    case 'list':
    case 'set':
      return <ListField {...rest} type={type} Part={Part} />;
    case 'map':
      return <MapField {...rest} type={type} Part={Part} />;
    case 'enum':
      return <EnumField {...rest} type={type} />;
    case 'struct':
      return <StructField {...rest} type={type} Part={Part} />;
  }
}
