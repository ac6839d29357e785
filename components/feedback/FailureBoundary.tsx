import { Component, type ComponentChildren } from 'preact';
import { asFailure, type FailureCode } from '@/lib/shared/failure';
import { FailureMessage } from './FailureMessage';

interface State {
  code?: FailureCode;
}

/** Shows a failure in place of children that could not be drawn; Retry draws them anew. */
export class FailureBoundary extends Component<{ children: ComponentChildren }, State> {
  override state: State = {};

  override componentDidCatch(error: unknown): void {
    console.error('Papershelf could not show this', error);
    this.setState({ code: asFailure(error).code });
  }

  override render() {
    const { code } = this.state;
    if (code === undefined) return this.props.children;
    return (
      <div class="notice">
        <FailureMessage code={code} onRetry={() => location.reload()} />
      </div>
    );
  }
}
