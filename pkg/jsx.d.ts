/** The tag in JSX: in React 18 and 19, in Preact, and where JSX has no library of its own. */
import type { FootprintEventMap, SmartFootprintElement } from './element.js';
import type { Ref } from './index.js';

/** The tag's attributes; `ViewOptions` tells each in full. */
export interface SmartFootprintAttributes {
  /** `growth`, `markets`, `sales` or `lineup`. */
  view?: string | undefined;
  /** The id of a metric, where a view shows one at a time. */
  metric?: string | undefined;
  /** The id of a place. */
  place?: string | undefined;
  /** Only figures whose period ends on this day, `YYYY-MM-DD`, or later. */
  from?: string | undefined;
  /** Only what ends by this day. */
  to?: string | undefined;
  /** The day the picture is true for. */
  at?: string | undefined;
  /** Only what was published by this day. */
  'published-by'?: string | undefined;
  /** Ids, with spaces between. */
  sources?: string | undefined;
  /** Qualifiers, with spaces between. */
  qualifiers?: string | undefined;
  /** Kinds of event, with spaces between. */
  kinds?: string | undefined;
  /** The selected row. */
  selected?: Ref | undefined;
  /** Elements of one group share selection, time and filters. */
  group?: string | undefined;
  /** Your own title; empty hides it. */
  heading?: string | undefined;
  /** Your own line under it; empty hides it. */
  subheading?: string | undefined;
  /** Your own note; empty hides it. */
  note?: string | undefined;
  /** A language tag. */
  lang?: string | undefined;
  /** Default `auto`. */
  theme?: 'auto' | 'light' | 'dark' | undefined;
  /** Views, time, filters and tools beside the picture. */
  controls?: boolean | undefined;
  /** `lazy` waits until the widget is near the screen. */
  loading?: 'lazy' | 'eager' | undefined;
  /** Keep the state in the page's address. */
  hash?: boolean | undefined;
  /** The address of a dataset of your own, or `#id` of a JSON block. */
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
