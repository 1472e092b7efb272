import { lazy, Suspense } from 'react';
import type { WorkbenchProps } from './Workbench';

const Workbench = lazy(() => import('./Workbench'));

/** The editors weigh megabytes: the header and its choices do not wait for them. */
export function LazyWorkbench(props: WorkbenchProps) {
  return (
    <Suspense
      fallback={
        <p className="loading" role="status">
          Loading the editors…
        </p>
      }
    >
      <Workbench {...props} />
    </Suspense>
  );
}
