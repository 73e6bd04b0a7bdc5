// Keeps a pane that cannot be loaded or drawn from taking the whole screen with it.
import { Component, type ReactNode } from 'react';

export interface PaneBoundaryProps {
  /** Shown in place of the pane. `retry` tries to draw it again. */
  readonly fallback: (retry: () => void) => ReactNode;
  readonly children: ReactNode;
}

interface State {
  readonly failed: boolean;
}

/** React offers catching only to classes. */
export class PaneBoundary extends Component<PaneBoundaryProps, State> {
  override state: State = { failed: false };

  static getDerivedStateFromError(): State {
    return { failed: true };
  }

  override render(): ReactNode {
    return this.state.failed ? this.props.fallback(() => this.setState({ failed: false })) : this.props.children;
  }
}
