// Something to press inside an SVG drawing: a group with the role, the focus and the keys of a button.
import type { KeyboardEvent, ReactNode, SVGProps, SyntheticEvent } from 'react';

export interface DrawingButtonProps extends SVGProps<SVGGElement> {
  /** What it is, or what pressing it does: the accessible name. */
  readonly label: string;
  readonly pressed?: boolean;
  readonly disabled?: boolean;
  readonly onPress: (event: SyntheticEvent) => void;
  readonly children: ReactNode;
}

export function DrawingButton({ label, pressed, disabled, onPress, children, ...rest }: DrawingButtonProps) {
  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    onPress(event);
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: an HTML button cannot stand inside an SVG.
    <g
      role="button"
      tabIndex={disabled ? -1 : 0}
      {...rest}
      aria-label={label}
      aria-pressed={pressed}
      aria-disabled={disabled || undefined}
      onClick={disabled ? undefined : onPress}
      onKeyDown={disabled ? undefined : onKeyDown}
    >
      {children}
    </g>
  );
}
