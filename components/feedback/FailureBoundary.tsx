import './notices.css';
import { Component, type ComponentChildren } from 'preact';
import { asFailure, type FailureCode } from '@/lib/shared/failure';
import { FailureMessage } from './FailureMessage';

interface State {
  code?: FailureCode;
}

/** Error boundary that shows the failure; Retry reloads. */
export class FailureBoundary extends Component<{ children: ComponentChildren }, State> {
  override state: State = {};

  override componentDidCatch(error: unknown): void {
    console.error('Papershelf could not render', error);
    this.setState({ code: asFailure(error, 'not-shown').code });
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
