/** The tag in JSX: in React 18 and 19, in Preact, and where JSX has no library of its own. */
import type { FootprintEventMap, SmartFootprintElement } from './element.js';
import type { Ref } from './index.js';

/** The tag's attributes. */
export interface SmartFootprintAttributes {
  view?: string | undefined;
  metric?: string | undefined;
  place?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
  at?: string | undefined;
  'published-by'?: string | undefined;
  sources?: string | undefined;
  qualifiers?: string | undefined;
  kinds?: string | undefined;
  selected?: Ref | undefined;
  group?: string | undefined;
  heading?: string | undefined;
  subheading?: string | undefined;
  note?: string | undefined;
  lang?: string | undefined;
  theme?: 'auto' | 'light' | 'dark' | undefined;
  controls?: boolean | undefined;
  loading?: 'lazy' | 'eager' | undefined;
  hash?: boolean | undefined;
  src?: string | undefined;
  /** A dataset of your own. React 18 sets no properties; set it on the element there. */
  dataset?: unknown;
}

/** Listeners by `onfootprint-select={…}`. React 18 ignores them: use `addEventListener` there. */
export type SmartFootprintListeners = {
  [Type in keyof FootprintEventMap as `on${Type}`]?:
    | ((event: FootprintEventMap[Type]) => void)
    | undefined;
};

type Own = SmartFootprintAttributes & SmartFootprintListeners;

declare global {
  namespace JSX {
    interface IntrinsicElements {
      'smart-footprint': Own & { [attribute: string]: any };
    }
  }
}

// Who has no React, or no Preact, has no such module to add to, and needs none.
// @ts-ignore
declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'smart-footprint': Own &
        // @ts-ignore
        import('react').DetailedHTMLProps<import('react').HTMLAttributes<SmartFootprintElement>, SmartFootprintElement>;
    }
  }
}

// @ts-ignore
declare module 'preact' {
  namespace JSX {
    interface IntrinsicElements {
      // @ts-ignore
      'smart-footprint': Own & import('preact').HTMLAttributes<SmartFootprintElement>;
    }
  }
}
