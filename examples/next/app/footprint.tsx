'use client';

import type { ReactNode } from 'react';
import 'smart-footprint/element'; // does nothing on the server
import type { ViewName } from 'smart-footprint';

export function Footprint({ view, children }: { view: ViewName; children: ReactNode }) {
  return <smart-footprint view={view}>{children}</smart-footprint>;
}
