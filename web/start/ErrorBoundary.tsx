import { Component, type ReactNode } from 'react'
import { CrashScreen } from './CrashScreen.tsx'

type Props = { children: ReactNode }

/** A page that broke must not take the rest with it. */
export class ErrorBoundary extends Component<Props, { error: Error | null }> {
  override state: { error: Error | null } = { error: null }

  static getDerivedStateFromError(error: unknown) {
    return { error: error instanceof Error ? error : new Error(String(error)) }
  }

  override render() {
    return this.state.error ? <CrashScreen error={this.state.error} /> : this.props.children
  }
}
